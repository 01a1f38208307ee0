using System;
using System.Collections.Generic;
using System.Linq;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The steps as the engine takes them, by the names that the driver gives them.</summary>
internal static class EngineSteps
{
    /// <summary>The answer to a step that the engine has no counterpart of.</summary>
    public static readonly object NotAsked = new();

    public delegate object? Run(EngineWorld world, PythonView view, object?[] arguments);

    public static Dictionary<string, Run> All { get; } = new()
    {
        ["new"] = (w, _, _) => PythonView.Of(w.Exporter),
        ["view"] = (_, m, _) => PythonView.Of(m),
        ["get"] = (_, m, a) => m.GetItem(a[0]),
        ["set"] = (_, m, a) => Done(() => m.SetItem(a[0], a[1])),
        ["del"] = (_, m, a) => Done(() => m.DelItem(a[0])),
        ["cast"] = (_, m, a) => a.Length == 1 ? m.Cast(a[0]) : m.Cast(a[0], a[1]),
        ["toreadonly"] = (_, m, _) => m.ToReadOnly(),
        ["attributes"] = (_, m, _) => EngineWorld.Describe(m),
        ["obj"] = (w, m, _) => ReferenceEquals(m.Exporter, w.Exporter),
        ["tolist"] = (_, m, _) => m.ToList(),
        ["tobytes"] = (_, m, a) => m.ToBytes(a.Length > 0 ? a[0] : null),
        ["bytes"] = (_, m, _) => m.ToBytes(),
        ["hex"] = (_, m, a) => m.Hex(a),
        ["eq"] = (_, m, a) => m.ContentEquals(a[0]),
        ["ne"] = (_, m, a) => !m.ContentEquals(a[0]),
        ["hash"] = (_, m, _) => HashOf(m),
        ["len"] = (_, m, _) => m.Len(),
        ["bool"] = (_, m, _) => m.Bool(),
        ["iter"] = (_, m, _) => m.Iterate().ToList(),
        ["reversed"] = (_, m, _) => m.Reversed().ToList(),
        ["contains"] = (_, m, a) => m.Contains(a[0]),
        ["index"] = (_, m, a) => a.Length == 1 ? m.Index(a[0]) : m.Index(a[0], a[1], a.Length > 2 ? a[2] : nint.MaxValue),
        ["count"] = (_, m, a) => m.Count(a[0]),
        ["release"] = (_, m, _) => Done(m.Release),
        ["with"] = (_, m, _) => With(m),
        ["lend"] = (w, m, _) => Done(() => Lend(w, m)),
        ["giveback"] = (w, _, _) => Done(() => GiveBack(w)),
        ["grow"] = (w, _, _) => Done(() => Grow(w)),
        ["request"] = (_, m, a) => Request(m, (BufferRequest)(long)a[0]!),
        ["unpack_from"] = (_, m, a) => UnpackFrom(m, new PythonStruct((string)a[0]!), (nint)(long)a[1]!),
        ["pack_into"] = (_, m, a) => PackInto(m, new PythonStruct((string)a[0]!), (nint)(long)a[1]!, a[2..]),
        ["calcsize"] = (_, _, a) => new PythonStruct((string)a[0]!).Size,
        ["pack"] = (_, _, a) => new PythonStruct((string)a[0]!).Pack(a[1..]),
        ["unpack"] = (_, _, a) => new PythonStruct((string)a[0]!).Unpack((byte[])a[1]!),
        ["iter_unpack"] = (_, _, a) => new PythonStruct((string)a[0]!).IterUnpack((byte[])a[1]!).ToList<object?>(),
    };

    /// <summary>Whether memory is looked at after it.</summary>
    public static bool Writes(string name) => name is "set" or "del" or "pack_into";

    private static object? Done(Action step)
    {
        step();
        return null;
    }

    // Equal to that of a bytes object with the same content, which is what Python promises.
    private static object? HashOf(PythonView view)
    {
        int known = view.GetHash();
        object? equal = view.View.IsReleased ? "known" : null;
        return equal ?? (known == new Bytes(view.ToBytes()).GetHashCode());
    }

    private static bool With(PythonView view)
    {
        _ = view.Rank;
        view.Release();
        return true;
    }

    private static void Lend(EngineWorld world, PythonView view)
    {
        if (world.Lent.Count < 3)
        {
            world.Lent.Push(view.GetBuffer(BufferRequest.FullReadOnly));
        }
    }

    private static void GiveBack(EngineWorld world)
    {
        if (world.Lent.TryPop(out BufferExport? lent))
        {
            lent.Dispose();
        }
    }

    private static void Grow(EngineWorld world)
    {
        if (world.Exporter is ByteArray bytes)
        {
            bytes.Append(1);
            bytes.Pop();
        }
        else if (world.Exporter is TypedArray array)
        {
            array.Append(1);
            array.Pop();
        }
    }

    private static bool Request(PythonView view, BufferRequest request)
    {
        using BufferExport lent = view.GetBuffer(request);
        return false;
    }

    private static object?[] UnpackFrom(PythonView view, PythonStruct format, nint offset)
    {
        using MemoryView lent = new(view, BufferRequest.Simple), bytes = lent.Cast("B");
        object?[] values = [];
        bytes.Access<byte, nint>(offset, (ReadOnlySpan<byte> span, nint at) => values = format.UnpackFrom(span, at));
        return values;
    }

    // struct asks for the buffer by "w*", which says TypeError whatever the reason.
    private static object? PackInto(PythonView view, PythonStruct format, nint offset, object?[] values)
    {
        MemoryView lent;
        try
        {
            lent = new(view, BufferRequest.Writable);
        }
        catch (Exception e) when (e is IViewException)
        {
            bool isRight = format.Unpack(new byte[format.Size]).Length == values.Length; // which is found first
            _ = isRight ? null : format.Pack(values);
            throw new InvalidCastException();
        }

        using (lent)
        {
            using MemoryView bytes = lent.Cast("B");
            bytes.Access<byte, nint>(offset, (Span<byte> span, nint at) => format.PackInto(span, at, values));
        }

        return null;
    }
}
