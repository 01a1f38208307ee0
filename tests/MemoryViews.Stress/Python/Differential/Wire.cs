using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The Python side: the driver's module, and scripts as its values.</summary>
internal sealed class Wire : IDisposable
{
    private readonly PythonObject _module;
    private readonly PythonObject _runAll;
    private readonly PythonObject _begin;
    private readonly PythonObject _memory;
    private readonly PythonObject[] _slots;
    private readonly PythonObject _classes;

    public Wire()
    {
        _module = DriverModule.Load("driver.py");
        _runAll = _module.GetAttribute("run_all");
        _begin = _module.GetAttribute("begin");
        _memory = _module.GetAttribute("memory");
        _slots = [.. Enumerable.Range(0, 4).Select(slot => _module.CallMethod("Slot", slot))];
        using PythonObject plain = PythonHost.Evaluate("memoryview"), ours = PythonHost.MemoryViewType(strict: true);
        _classes = PythonObject.From(new object?[] { plain, ours });
        object?[] features = (object?[])_module.CallMethod("features").ToObject()!;
        (HasNumPy, HasTestBuffer, HasSearch) = ((bool)features[0]!, (bool)features[1]!, (bool)features[2]!);
    }

    public bool HasNumPy { get; }

    public bool HasTestBuffer { get; }

    /// <summary>Whether memoryview knows halves ("e").</summary>
    public bool HasHalf { get; } = PythonHost.Version >= new Version(3, 12);

    /// <summary>Whether memoryview has index and count.</summary>
    public bool HasSearch { get; }

    /// <summary>What CPython's memoryview and ours answer to each step of each script.</summary>
    public List<(List<object?> Plain, List<object?> Ours)> Run(IReadOnlyList<Script> scripts)
    {
        using PythonObject results = _runAll.Call(scripts.Select(Of).ToList(), _classes);
        List<object?> all = (List<object?>)results.ToObject()!;
        return [.. all.Cast<List<object?>>().Select(pair => ((List<object?>)pair[0]!, (List<object?>)pair[1]!))];
    }

    /// <summary>A base of its own for the engine.</summary>
    public PythonObject Begin(Base memory) => _begin.Call(Of(memory.Kind, memory.Arguments));

    /// <summary>The memory behind it, as it is now.</summary>
    public byte[] Memory()
    {
        using PythonObject bytes = _memory.Call();
        return (byte[])bytes.ToObject()!;
    }

    public void Dispose()
    {
        Array.ForEach(_slots, slot => slot.Dispose());
        _classes.Dispose();
        _memory.Dispose();
        _begin.Dispose();
        _runAll.Dispose();
        _module.Dispose();
    }

    private object?[] Of(Script script) => [Of(script.Base.Kind, script.Base.Arguments), script.Steps.Select(Of).ToList()];

    private object?[] Of(string kind, object?[] arguments) => [kind, .. arguments.Select(Of)];

    private object? Of(Step step) => new object?[] { step.Name, step.Slot, step.Target, Array.ConvertAll(step.Arguments, Of) };

    private object? Of(object? value) => value switch
    {
        SlotValue slot => _slots[slot.Slot],
        UserNumber number => _module.CallMethod(number.Kind, number.Value),
        Lender { Kind: "array" } lender => _module.CallMethod("make_array", lender.Bytes, lender.Code)[0],
        Lender lender => _module.CallMethod("make_bytearray", lender.Bytes)[0],
        PythonSlice slice => new PythonSlice(Of(slice.Start), Of(slice.Stop), Of(slice.Step)),
        object?[] tuple => Array.ConvertAll(tuple, Of),
        List<object?> list => list.ConvertAll(Of),
        _ => value,
    };
}
