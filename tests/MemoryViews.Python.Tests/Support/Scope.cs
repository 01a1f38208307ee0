using System;

namespace MemoryViews.Python.Tests;

/// <summary>A dictionary of names in which Python text runs, so that tests do not see each other's.</summary>
internal sealed class Scope : IDisposable
{
    private readonly PythonObject _exec = PythonHost.Evaluate("exec");
    private readonly PythonObject _eval = PythonHost.Evaluate("eval");
    private readonly PythonObject _names = PythonHost.Evaluate("{}");

    /// <summary>Runs statements with some values given names.</summary>
    public void Run(string text, params (string Name, object? Value)[] values)
    {
        Set(values);
        _exec.Call(text, _names).Dispose();
    }

    /// <summary>An expression, as a Python object.</summary>
    public PythonObject Get(string expression, params (string Name, object? Value)[] values)
    {
        Set(values);
        return _eval.Call(expression, _names);
    }

    /// <summary>An expression, as a .NET value.</summary>
    public object? Value(string expression, params (string Name, object? Value)[] values)
    {
        using PythonObject result = Get(expression, values);
        return result.ToObject();
    }

    /// <summary>Whether an expression is true.</summary>
    public bool Is(string expression) => (bool)Value($"bool({expression})")!;

    public void Dispose()
    {
        _names.CallMethod("clear").Dispose();
        _names.Dispose();
        _exec.Dispose();
        _eval.Dispose();
    }

    private void Set((string Name, object? Value)[] values)
    {
        foreach ((string name, object? value) in values)
        {
            _names.SetItem(name, value);
        }
    }
}
