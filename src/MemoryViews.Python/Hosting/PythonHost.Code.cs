using System;

namespace MemoryViews.Python;

public static unsafe partial class PythonHost
{
    /// <summary>The module <c>__main__</c>, in which <see cref="Run"/> and <see cref="Evaluate"/> find and leave their names.</summary>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonObject Main
    {
        get
        {
            using PythonLock held = Lock();
            return PythonObject.Borrow(MainModule());
        }
    }

    /// <summary>Runs statements in <c>__main__</c>. What they print is written out at once.</summary>
    /// <param name="code">Python text.</param>
    /// <exception cref="PythonException">Python raised, or the text is no Python (<c>SyntaxError</c>).</exception>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static void Run(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        using PythonLock held = Lock();
        Py.DecRef(PyCode.Run(code, "<string>", PyCode.File, Py.ModuleGetDict(MainModule())));
        PyOutput.Flush();
    }

    /// <summary>The value of an expression in <c>__main__</c>.</summary>
    /// <param name="expression">Python text.</param>
    /// <exception cref="PythonException">Python raised, or the text is no expression (<c>SyntaxError</c>).</exception>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonObject Evaluate(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        using PythonLock held = Lock();
        return PythonObject.Own(PyCode.Run(expression, "<string>", PyCode.Expression, Py.ModuleGetDict(MainModule())));
    }

    /// <summary>A module. Python: <c>importlib.import_module(name)</c>.</summary>
    /// <param name="module">Its full name, such as <c>"os.path"</c>.</param>
    /// <exception cref="PythonException">Python raised: there is no such module.</exception>
    /// <exception cref="PythonHostException">No Python runs.</exception>
    public static PythonObject Import(string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        using PythonLock held = Lock();
        using PyReference name = new(PyText.New(module));
        return PythonObject.Own(PyCheck.Reference(Py.Import(name.Pointer)));
    }

    private static nint MainModule()
    {
        fixed (byte* name = "__main__"u8)
        {
            return PyCheck.Reference(Py.AddModule(name));
        }
    }
}
