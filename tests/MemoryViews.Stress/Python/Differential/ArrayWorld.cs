using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>A script about arrays on <see cref="MemoryView"/>: NumPy lends the memory, and the library does the rest.</summary>
internal sealed class ArrayWorld : IDisposable
{
    private readonly PythonObject _array;
    private readonly Func<nint[], string, PythonObject> _zeros;
    private readonly MemoryView?[] _views = new MemoryView?[4];

    public ArrayWorld(PythonObject array, Func<nint[], string, PythonObject> zeros)
    {
        _array = array;
        _zeros = zeros;
        _views[0] = array.AsMemoryView();
    }

    /// <summary>What each step gives, between the beginning and the memory at the end.</summary>
    public List<object?> Run(Script script) => [Describe(_views[0]!), .. script.Steps.Select(Answer), _views[0]!.ToBytes()];

    public void Dispose()
    {
        Array.ForEach(_views, view => view?.Dispose());
        _array.Dispose();
    }

    private MemoryView At(int slot) => _views[slot] ?? _views[0]!;

    private object? Answer(Step step)
    {
        try
        {
            object? result = Answer(step.Name, At(step.Slot), step.Arguments);
            return result is MemoryView made ? Put(made, step.Target) : result;
        }
        catch (Exception e) when (e is IViewException)
        {
            return "refused";
        }
    }

    private object? Answer(string name, MemoryView view, object?[] arguments) => name switch
    {
        "get" => Get(view, (object?[])arguments[0]!),
        "flip" => view.Flip((int)arguments[0]!),
        "transpose" => view.Transpose(),
        "permute" => view.Permute(Array.ConvertAll(arguments, axis => (int)axis!)),
        "broadcast" => view.BroadcastTo(Lengths(arguments)),
        "reshape" => view.Reshape(Lengths(arguments)),
        "field" => view[(string)arguments[0]!],
        "copy" => Copy(view, (object?[])arguments[0]!, At((int)arguments[1]!)),
        "tolist" => Plain(view.ToList()),
        "tobytes" => view.ToBytes((string)arguments[0]! switch { "C" => AxisOrder.C, "F" => AxisOrder.F, _ => AxisOrder.Any }),
        "eq" => view.ContentEquals(At((int)arguments[0]!)),
        _ => Convert(view, (string)arguments[0]!),
    };

    private static object? Get(MemoryView view, object?[] key)
    {
        PythonView python = new(view, strict: false);
        object? got = python.GetItem(key);
        if (got is PythonView part)
        {
            return ReferenceEquals(part, python) ? view.Share() : part.View;
        }

        return new object?[] { "scalar", Plain(got) };
    }

    private object Copy(MemoryView view, object?[] key, MemoryView source)
    {
        if (new PythonView(view, strict: false).GetItem(key) is not PythonView { Rank: > 0 } part)
        {
            return "not asked";
        }

        part.View.CopyFrom(source);
        part.View.Release();
        return _views[0]!.ToBytes();
    }

    private object? Convert(MemoryView view, string code)
    {
        using PythonObject made = _zeros(view.Shape.ToArray(), code);
        using MemoryView target = made.AsMemoryView();
        view.ConvertTo(target);
        return Plain(target.ToList());
    }

    private object?[] Put(MemoryView made, int target)
    {
        MemoryView? old = _views[target];
        _views[target] = made;
        old?.Release();
        return Describe(made);
    }

    private static object?[] Describe(MemoryView view)
    {
        object?[] shape = Numbers(view.Shape), strides = Numbers(view.Strides);
        object?[] steps = view.ItemCount == 0 ? [] : [.. strides.Where((_, axis) => (nint)shape[axis]! > 1)];
        return ["array", shape, steps, view.IsReadOnly, view.ToBytes()];
    }

    private static nint[] Lengths(object?[] numbers) => Array.ConvertAll(numbers, number => (nint)(long)number!);

    private static object?[] Numbers(ReadOnlySpan<nint> numbers) => Array.ConvertAll(numbers.ToArray(), number => (object?)number);

    // Records are tuples there.
    private static object? Plain(object? value) => value switch
    {
        Record record => record.Select(Plain).ToArray(),
        string or byte[] or object?[] => value,
        IEnumerable<object?> list => list.Select(Plain).ToList(),
        _ => value,
    };
}
