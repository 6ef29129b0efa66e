using LoginVerification.House.Tests.Model;

namespace LoginVerification.House.Tests;

/// <summary>The tests of layers can fail: a small house with one fault each, and what is said of it.</summary>
public sealed class LayerTestsTests
{
    private const string Layers = """
        src/House
            Roof
            Walls
            Ground
        """;

    private static readonly (string, string)[] Sound =
    [
        ("Ground/Stone.cs", "public class Stone { public int Weight => 1; public static Stone operator +(Stone one, Stone other) => one; }"),
        ("Walls/Wall.cs", "public class Wall { public Stone Made() => new(); }"),
        ("Roof/Tile.cs", "public class Tile { public int On(Wall wall) => wall.Made().Weight; }"),
    ];

    [Fact]
    public void A_sound_house_has_no_fault()
    {
        var arrows = Read(Sound);

        Assert.Empty(Cycles(arrows));
        Assert.Empty(LayerTable.Parse(Layers).Faults(arrows));
    }

    [Fact]
    public void A_circle_is_told_by_its_folders_and_by_what_ties_it()
    {
        var cycle = Assert.Single(Cycles(Read([.. Sound, ("Ground/Cellar.cs", "public class Cellar { public Tile? Lid; }")])));

        Assert.StartsWith("src/House: Ground, Roof, Walls refer to each other in a circle.", cycle, StringComparison.Ordinal);
        Assert.Contains("Ground -> Roof (1), as in src/House/Ground/Cellar.cs:1 uses Tile of src/House/Roof/Tile.cs", cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_a_folder_and_its_own_sub_folder_is_found()
    {
        var cycle = Assert.Single(Cycles(Read(
            ("Roof/Tile.cs", "public class Tile { public Nail? Nail; }"),
            ("Roof/Nails/Nail.cs", "public class Nail { public Tile? Tile; }"))));

        Assert.StartsWith("src/House/Roof: ., Nails refer to each other in a circle.", cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arrow_upward_is_told_with_both_files_the_symbol_and_what_to_do()
    {
        var fault = Assert.Single(LayerTable.Parse(Layers).Faults(Read([.. Sound, ("Ground/Cellar.cs", "public class Cellar { public Wall? Side; }")])));

        Assert.StartsWith("In src/House, Ground may not use Walls, which does not lie below it.", fault, StringComparison.Ordinal);
        Assert.Contains("src/House/Ground/Cellar.cs:1 uses Wall of src/House/Walls/Wall.cs", fault, StringComparison.Ordinal);
        Assert.Contains("Move what is used down", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_on_one_line_do_not_know_each_other_and_a_new_folder_needs_a_place()
    {
        var arrows = Read([.. Sound, ("Roof/Cellar.cs", "public class Cellar { public Shed? Shed; }"), ("Shed/Shed.cs", "public class Shed;")]);

        Assert.Single(LayerTable.Parse(Layers).Faults(arrows));
        Assert.Single(LayerTable.Parse(Layers.Replace("Roof", "Roof Shed", StringComparison.Ordinal)).Faults(arrows));
        Assert.Empty(LayerTable.Parse(Layers.Replace("Ground", "Ground Shed", StringComparison.Ordinal)).Faults(arrows));
    }

    [Fact]
    public void An_exception_lets_its_own_arrow_pass_alone()
    {
        var arrows = Read([.. Sound, ("Ground/Cellar.cs", "public class Cellar { public Wall? Side; public Tile? Lid; }")]);

        Assert.StartsWith("In src/House, Ground may not use Walls", Assert.Single(
            LayerTable.Parse(Layers + "\n    except Ground -> Roof").Faults(arrows)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Lifted(Wall wall) => wall.Made().Weight;", "Stone.Weight")]
    [InlineData("void Lifted(Wall wall) { var stone = wall.Made(); }", "Stone")]
    [InlineData("object Lifted(Wall wall) => wall.Made() + wall.Made();", "Stone.op_Addition")]
    [InlineData("string Lifted() => nameof(Stone);", "Stone")]
    [InlineData("bool Lifted(object thing) => thing is Stone { Weight: 1 };", "Stone.Weight")]
    [InlineData("System.Collections.Generic.List<Stone>? Lifted;", "Stone")]
    public void A_reference_counts_however_it_is_written(string member, string symbol) => Assert.Contains(
        Read([.. Sound, ("Roof/Crane.cs", $"public class Crane {{ {member} }}")]),
        arrow => arrow.From == "src/House/Roof/Crane.cs" && arrow.To == "src/House/Ground/Stone.cs" && arrow.Symbol == symbol);

    [Fact]
    public void What_only_a_comment_names_does_not_count() => Assert.Empty(
        Read(("Ground/Stone.cs", "/// <summary><see cref=\"Tile\"/></summary>\npublic class Stone;"), ("Roof/Tile.cs", "public class Tile;")));

    [Fact]
    public void A_name_that_nothing_declares_is_told()
    {
        var read = ReferenceReader.Read([House(("Roof/Tile.cs", "public class Tile { Slate? Made; }"))]);

        Assert.Equal(["src/House/Roof/Tile.cs:1 Slate"], read.Unresolved);
    }

    [Fact]
    public void Projects_are_parts_of_src()
    {
        var lower = House(("Stone.cs", "public class Stone;"));
        var upper = new SourceProject(
            "src/Garden/Garden.csproj", "Garden", ["src/House/House.csproj"], "", new Dictionary<string, string> { ["src/Garden/Path.cs"] = "public class Path { public Stone? Stone; }" });

        var faults = LayerTable.Parse("src\n    House\n    Garden").Faults(ReferenceReader.Read([lower, upper]).Arrows);

        var fault = Assert.Single(faults);
        Assert.Contains("src/Garden/Garden.csproj:1 uses the project of src/House/House.csproj", fault, StringComparison.Ordinal);
        Assert.Contains("src/Garden/Path.cs:1 uses Stone of src/House/Stone.cs", fault, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Arrow> Read(params (string Path, string Text)[] files) => ReferenceReader.Read([House(files)]).Arrows;

    private static IReadOnlyList<string> Cycles(IReadOnlyList<Arrow> arrows) => [.. FolderGraph.Of(arrows).SelectMany(level => level.Cycles())];

    private static SourceProject House(params (string Path, string Text)[] files) =>
        new("src/House/House.csproj", "House", [], "", files.ToDictionary(file => $"src/House/{file.Path}", file => file.Text));
}
