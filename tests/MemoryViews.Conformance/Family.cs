using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>One family of cases: how its input is asked of the library.</summary>
internal abstract class Family
{
    private static readonly Dictionary<string, Family> s_all = new(StringComparer.Ordinal)
    {
        ["slicing"] = new SlicingFamily(),
        ["slice_assign"] = new SliceAssignFamily(),
        ["cast"] = new CastFamily(),
        ["item_get"] = new ItemGetFamily(),
        ["item_set"] = new ItemSetFamily(),
        ["index"] = new IndexFamily(),
        ["nd"] = new NdFamily(),
        ["contiguity"] = new ContiguityFamily(),
        ["structure"] = new StructureFamily(),
        ["hex"] = new HexFamily(),
        ["equality"] = new EqualityFamily(),
        ["hash"] = new HashFamily(),
        ["requests"] = new RequestsFamily(),
        ["struct_calcsize"] = new StructCalcsizeFamily(),
        ["struct_pack"] = new StructPackFamily(),
        ["struct_unpack"] = new StructUnpackFamily(),
        ["exports"] = new ExportsFamily(),
        ["array"] = new ArrayFamily(),
    };

    public static IEnumerable<string> Names => s_all.Keys.Order(StringComparer.Ordinal);

    public static Family? Named(string name) => s_all.GetValueOrDefault(name);

    /// <summary>Asks the library.</summary>
    /// <param name="vector">The case.</param>
    /// <param name="strict">By CPython's rules, or generously.</param>
    public abstract Answer Ask(VectorCase vector, bool strict);
}
