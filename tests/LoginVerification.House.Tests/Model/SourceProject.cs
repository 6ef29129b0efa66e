using System.Xml.Linq;

namespace LoginVerification.House.Tests.Model;

/// <summary>One project as its sources and its project file tell it. Nothing that a build has left behind is read.</summary>
/// <param name="File">The project file, relative to the repository.</param>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="References">The project files that it refers to, relative to the repository.</param>
/// <param name="Preamble">What the build would write for it: global usings, and who sees its internals.</param>
/// <param name="Sources">Text by path, relative to the repository.</param>
internal sealed record SourceProject(
    string File, string Assembly, IReadOnlyList<string> References, string Preamble, IReadOnlyDictionary<string, string> Sources)
{
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Every project of src, each after those that it refers to.</summary>
    public static IReadOnlyList<SourceProject> All { get; } = InOrder(
        [.. Repository.Files("src", "*.csproj").Select(Read)]);

    private static SourceProject Read(string file)
    {
        var folder = file[..file.LastIndexOf('/')];
        var xml = XDocument.Parse(Repository.Read(file));
        IEnumerable<string> Items(string kind) => xml.Descendants(kind).Attributes("Include").Select(include => include.Value);

        var usings = ImplicitUsings.Select(name => $"global using global::{name};").Concat(xml.Descendants("Using").Select(Using));
        var friends = Items("InternalsVisibleTo").Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]");
        return new SourceProject(
            file,
            xml.Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file),
            [.. Items("ProjectReference").Select(include => Repository.Relative(Repository.PathOf(Path.Combine(folder, include))))],
            string.Join('\n', usings.Concat(friends)),
            Repository.Files(folder, "*.cs").ToDictionary(path => path, Repository.Read)
                .Concat(Repository.Files(folder, "*.razor").Where(path => !path.EndsWith("_Imports.razor", StringComparison.Ordinal)).ToDictionary(path => path, Component)).ToDictionary());
    }

    /// <summary>What the Razor compiler makes of a component, as far as other files can refer to it: a class by its name.</summary>
    private static string Component(string path)
    {
        var space = Repository.Read(path).Split('\n').Single(line => line.StartsWith("@namespace ", StringComparison.Ordinal))["@namespace ".Length..].Trim();
        return $"namespace {space}; public class {Path.GetFileNameWithoutExtension(path)} : global::Microsoft.AspNetCore.Components.ComponentBase;";
    }

    private static string Using(XElement item) => item.Attribute("Alias") is { } alias
        ? $"global using {alias.Value} = global::{item.Attribute("Include")!.Value};"
        : $"global using global::{item.Attribute("Include")!.Value};";

    private static List<SourceProject> InOrder(IReadOnlyList<SourceProject> projects)
    {
        var ordered = new List<SourceProject>();
        void Add(SourceProject project)
        {
            foreach (var needed in projects.Where(other => project.References.Contains(other.File)))
                Add(needed);
            if (!ordered.Contains(project))
                ordered.Add(project);
        }

        foreach (var project in projects)
            Add(project);
        return ordered;
    }
}
