using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The Python side of scripts about arrays. Made where there is a NumPy only.</summary>
internal sealed class ArrayWire : IDisposable
{
    private readonly PythonObject _module = DriverModule.Load("arrays.py");
    private readonly PythonObject _type = PythonHost.MemoryViewType();

    /// <summary>What NumPy, our generous type, and the library itself answer to each step.</summary>
    public List<(Script Script, List<object?> NumPy, List<object?> Type, List<object?> Library)> Run(IReadOnlyList<Script> scripts)
    {
        using PythonObject results = _module.CallMethod("run_all", scripts.Select(Of).ToList(), _type);
        IEnumerable<List<object?>> all = ((List<object?>)results.ToObject()!).Cast<List<object?>>();
        return [.. scripts.Zip(all, (script, pair) => (script, (List<object?>)pair[0]!, (List<object?>)pair[1]!, Engine(script)))];
    }

    public void Dispose()
    {
        _type.Dispose();
        _module.Dispose();
    }

    private List<object?> Engine(Script script)
    {
        using ArrayWorld world = new(_module.CallMethod("make", script.Base.Arguments), Zeros);
        return world.Run(script);
    }

    private PythonObject Zeros(nint[] shape, string code) => _module.CallMethod("zeros", Array.ConvertAll(shape, length => (object?)length), code);

    private static object?[] Of(Script script)
        => [script.Base.Arguments, script.Steps.Select(step => (object?)new object?[] { step.Name, step.Slot, step.Target, step.Arguments }).ToList()];
}
