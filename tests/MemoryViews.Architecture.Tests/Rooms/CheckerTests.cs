using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>The check of the rooms can fail: it finds every wrong arrow of a small house built to have them.</summary>
public sealed class CheckerTests : IDisposable
{
    private readonly CompiledAssembly _fixtures = new(typeof(CheckerTests).Assembly.Location);
    private readonly RoomMap _map;
    private readonly Arrows _arrows;

    public CheckerTests()
    {
        _map = new RoomMap(_fixtures, "tests/MemoryViews.Architecture.Tests/Fixtures/MiniHouse");
        _arrows = new Arrows(_fixtures, _map);
    }

    [Theory]
    [InlineData("Layouts/ByBaseType -> Memory/Block in base type")]
    [InlineData("Layouts/ByInterface -> Memory/IBlock in interface")]
    [InlineData("Layouts/ByConstraint`1 -> Memory/Block in generic constraint")]
    [InlineData("Layouts/ByAttribute -> Memory/Block in attribute")]
    [InlineData("Layouts/ByField -> Memory/BlockKind in field Kinds")]
    [InlineData("Layouts/ByParameter -> Memory/Block in method IsNull")]
    [InlineData("Layouts/ByCall -> Memory/Block in method Twice")]
    [InlineData("Layouts/ByStaticField -> Memory/Block in method Twice")]
    [InlineData("Layouts/ByCatch -> Memory/BlockException in method Holds")]
    [InlineData("Layouts/ByTypeOf -> Memory/Block in method Name")]
    [InlineData("Layouts/ByLocal -> Memory/BlockState in method Word")]
    [InlineData("Layouts/ByClosure -> Memory/Block in method <Twice>")]
    [InlineData("Layouts/ByIterator -> Memory/Block in method MoveNext of nested <Lengths>")]
    [InlineData("Layouts/ByTypeArgument -> Memory/BlockState in method Make")]
    [InlineData("Layouts/AfterASwitch -> Memory/Block in method Of")]
    public void A_wrong_arrow_is_found_and_named(string fault) =>
        Assert.Contains(_arrows.Faults(), line => line.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Only_the_wrong_arrows_are_found()
    {
        IEnumerable<string> types = _arrows.Faults().Select(line => line.Split(' ')[0]).Distinct();
        Assert.All(types, type => Assert.Matches("^Layouts/(By|After)", type));
    }

    [Fact]
    public void A_right_arrow_is_seen_and_let_be()
    {
        Assert.Contains("Layouts -> Errors", _arrows.Present());
        Assert.DoesNotContain(_arrows.Faults(), line => line.Contains("RightArrows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_beside_the_rooms_is_found() =>
        Assert.Contains(_map.Faults(), line => line.StartsWith("Stray stands in Stray.cs, which is in no room", StringComparison.Ordinal));

    [Theory]
    [InlineData("Layouts/Slice.cs", "Layouts")]
    [InlineData("Kernels/Rows/Copy.cs", "Kernels")]
    [InlineData("MemoryView.Cast.cs", "View")]
    [InlineData("Helpers.cs", null)]
    [InlineData("Utilities/Helpers.cs", null)]
    public void The_room_of_a_file_is_its_folder(string path, string? room) => Assert.Equal(room, House.RoomOf(path));

    [Theory]
    [InlineData("Kernels", "Memory", false)]
    [InlineData("Kernels", "Layouts", true)]
    [InlineData("Layouts", "Formats", false)]
    [InlineData("Errors", "Layouts", false)]
    [InlineData("View", "Exporters", false)]
    [InlineData("Exporters", "View", true)]
    [InlineData("Typed", "View", true)]
    [InlineData("Protocol", "Kernels", false)]
    public void The_table_of_arrows_is_the_design(string from, string to, bool allowed) => Assert.Equal(allowed, House.Allows(from, to));

    public void Dispose() => _fixtures.Dispose();
}
