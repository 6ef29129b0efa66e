using LoginVerification.House.Tests.Model;

namespace LoginVerification.House.Tests;

/// <summary>Folders are layers: what refers to what in src, from the symbols themselves, goes down and never in a circle.</summary>
public sealed class LayerTests(LayerTests.House house) : IClassFixture<LayerTests.House>
{
    [Fact]
    public void No_folders_refer_to_each_other_in_a_circle() => None(
        FolderGraph.Of(house.Arrows.Where(arrow => !house.Layers.IsExcepted(arrow))).SelectMany(level => level.Cycles()));

    [Fact]
    public void Every_reference_goes_down_the_layers() => None(house.Layers.Faults(house.Arrows));

    [Fact]
    public void Every_folder_has_its_place_in_the_layers()
    {
        var (parts, places) = (Parts().ToList(), house.Layers.Places.ToList());
        None(parts.Except(places).Select(part => $"Give {part} a line in Layers.txt, as low as what it uses allows.")
            .Concat(places.Except(parts).Select(place => $"Take {place} out of Layers.txt: there is no such folder, or nothing beside it.")));
    }

    [Fact]
    public void Every_exception_is_still_needed() => None(
        from exception in house.Layers.Exceptions
        where !house.Arrows.Any(arrow => (arrow.Level, arrow.FromPart, arrow.ToPart) == exception && !house.Layers.Allows(arrow))
        select $"{exception.Level}: {exception.From} -> {exception.To} is needed no more. Take it out of Layers.txt.");

    /// <summary>Where it fails for a new library: name its package in this project, too, so that it is at hand.</summary>
    [Fact]
    public void Every_name_is_understood() => None(house.Unresolved);

    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join("\n\n", all.Prepend("")));
    }

    /// <summary>The parts of each folder of src that has more than one.</summary>
    private static IEnumerable<(string Level, string Part)> Parts() =>
        from file in Repository.Files("src", "*.cs")
        let folders = file.Split('/')[..^1]
        from depth in Enumerable.Range(1, folders.Length)
        let level = string.Join('/', folders[..depth])
        group Arrow.PartOf(level, file) by level into parts
        where parts.Distinct().Count() > 1
        from part in parts.Distinct()
        select (parts.Key, part);

    /// <summary>What all these tests look at, read once.</summary>
    public sealed class House
    {
        private readonly ReferenceReader read = ReferenceReader.Read(SourceProject.All);

        internal IReadOnlyList<Arrow> Arrows => read.Arrows;

        internal IReadOnlyList<string> Unresolved => read.Unresolved;

        internal LayerTable Layers { get; } = LayerTable.Parse(Repository.Read("tests/LoginVerification.House.Tests/Layers.txt"));
    }
}
