using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>Holds the references of an assembly against the table of arrows.</summary>
internal sealed class Arrows(CompiledAssembly assembly, RoomMap map)
{
    /// <summary>References between rooms that the table does not have, one line each.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. from reference in new ReferenceReader(assembly).Read()
           let @from = map.RoomOf(reference.From)
           let to = map.RoomOf(reference.To)
           where @from is not null && to is not null && !House.Allows(@from, to)
           let line = $"{Name(@from, reference.From)} -> {Name(to, reference.To)} in {reference.Member}: {@from} may know {House.AllowedFrom(@from)}"
           orderby line
           select line,
    ];

    /// <summary>The arrows that are there, as "Kernels -> Layouts".</summary>
    public IReadOnlySet<string> Present() => new ReferenceReader(assembly).Read()
        .Select(reference => (From: map.RoomOf(reference.From), To: map.RoomOf(reference.To)))
        .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
        .Select(arrow => $"{arrow.From} -> {arrow.To}")
        .ToHashSet();

    private string Name(string room, TypeDefinitionHandle type) => $"{room}/{assembly.NameOf(type)}";
}
