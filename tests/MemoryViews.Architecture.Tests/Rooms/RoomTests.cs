using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>The rooms of the library know each other only as the table in <see cref="House"/> says.</summary>
public sealed class RoomTests : IDisposable
{
    private readonly CompiledAssembly _library = new(typeof(ViewErrorCode).Assembly.Location);
    private readonly RoomMap _map;

    public RoomTests() => _map = new RoomMap(_library, "src/MemoryViews");

    [Fact]
    public void Every_arrow_between_rooms_is_in_the_table() => Faults.None(new Arrows(_library, _map).Faults());

    [Fact]
    public void Every_type_lives_in_one_room() => Faults.None(_map.Faults());

    [Fact]
    public void Every_type_has_a_file_that_the_check_can_see() => Faults.None(_map.Homeless());

    [Fact]
    public void Every_type_is_in_the_one_namespace()
    {
        IEnumerable<string?> strays = typeof(ViewErrorCode).Assembly.GetTypes()
            .Where(type => !type.IsNested && !type.Name.StartsWith('<') && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Where(type => type.Namespace != "MemoryViews")
            .Select(type => type.FullName);
        Faults.None(strays);
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_room()
    {
        foreach (string folder in Directory.EnumerateDirectories(Repository.At("src/MemoryViews")))
        {
            string name = Path.GetFileName(folder);
            Assert.True(name is "bin" or "obj" || House.RoomOf(name + "/File.cs") is not null, $"{name} is no room of the table");
        }
    }

    public void Dispose() => _library.Dispose();
}
