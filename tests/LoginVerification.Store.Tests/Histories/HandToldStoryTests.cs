using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Sdk;

namespace LoginVerification.Store.Tests;

/// <summary>Each story told by hand in Core.Tests, over each way to keep enrolments in a database.</summary>
public sealed class HandToldStoryTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<KeptScenes>>> Databases = [];

    private static readonly Dictionary<string, MethodInfo> StoriesByName = typeof(HandToldStories).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(HandToldStories)))
        .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))))
        .ToDictionary(method => method.Name.Replace('_', ' '));

    public static TheoryData<string, string> OnSqlite => Rows(isPostgres: false);

    public static TheoryData<string, string> OnPostgres => Rows(isPostgres: true);

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public Task The_story_ends_as_in_memory(string store, string story) => TellAsync(store, StoriesByName[story]);

    [NeedsPostgresTheory]
    [MemberData(nameof(OnPostgres))]
    public Task The_story_ends_as_in_memory_over_the_server(string store, string story) => TellAsync(store, StoriesByName[story]);

    private static TheoryData<string, string> Rows(bool isPostgres)
    {
        var rows = new TheoryData<string, string>();
        foreach (var kind in StoreKind.All.Where(kind => kind.IsPostgres == isPostgres))
        {
            foreach (var story in StoriesByName.Keys)
                rows.Add(kind.Name, story);
        }

        return rows;
    }

    private static async Task TellAsync(string store, MethodInfo story)
    {
        var scenes = await Databases.GetOrAdd(store, name => new(() => KeptScenes.OfAsync(StoreKind.Named(name)))).Value;
        object[][] arguments = story.IsDefined(typeof(TheoryAttribute))
            ? [.. story.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(story))]
            : [[]];
        foreach (var row in arguments)
        {
            var stories = (HandToldStories)Activator.CreateInstance(story.ReflectedType!)!;
            stories.UseStore = scenes.Choose;
            await (Task)story.Invoke(stories, row)!;
        }
    }
}
