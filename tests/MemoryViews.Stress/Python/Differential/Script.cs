using System.Collections.Generic;
using System.Globalization;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>One step: a name that both sides know, the view it works on, where a view that it makes goes, and arguments.</summary>
internal sealed record Step(string Name, int Slot, int Target, object?[] Arguments)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}(views[{Slot}], {Text.Of(Arguments)}) -> {Target}");
}

/// <summary>What a world begins with: the maker's name on the Python side and its arguments, the raw bytes first.</summary>
internal sealed record Base(string Kind, object?[] Arguments)
{
    public byte[] Raw => (byte[])Arguments[0]!;

    /// <summary>Whether the library has an exporter of the same class.</summary>
    public bool IsNative => Kind is "bytes" or "bytearray" or "array";

    public override string ToString() => $"{Kind}{Text.Of(Arguments)}";
}

/// <summary>The life of one piece of memory, told by its seed alone.</summary>
internal sealed record Script(ulong Seed, Base Base, IReadOnlyList<Step> Steps)
{
    /// <summary>Steps of a whole script.</summary>
    public const int Length = 25;
}
