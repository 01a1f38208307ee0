using System.Text;

namespace MemoryViews.Python;

/// <summary>Python text, compiled and run. The caller holds the interpreter's lock.</summary>
internal static unsafe class PyCode
{
    public const int File = 257;
    public const int Expression = 258;

    /// <summary>Runs a text; a new reference to its value, which is None for statements.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What tracebacks call it.</param>
    /// <param name="start"><see cref="File"/> or <see cref="Expression"/>.</param>
    /// <param name="scope">The dictionary of its names.</param>
    public static nint Run(string text, string name, int start, nint scope)
    {
        if (text.Contains('\0', System.StringComparison.Ordinal))
        {
            throw Error.NullInCode(text.IndexOf('\0', System.StringComparison.Ordinal));
        }

        nint code;
        fixed (byte* first = Encoding.UTF8.GetBytes(text + '\0'), file = Encoding.UTF8.GetBytes(name + '\0'))
        {
            code = PyCheck.Reference(Py.CompileString(first, file, start));
        }

        try
        {
            AddBuiltins(scope);
            return PyCheck.Reference(Py.EvalCode(code, scope, scope));
        }
        finally
        {
            Py.DecRef(code);
        }
    }

    // What PyRun_String does: a scope without builtins could not even import.
    private static void AddBuiltins(nint scope)
    {
        fixed (byte* name = "__builtins__"u8)
        {
            if (Py.DictGetItemString(scope, name) == 0)
            {
                Py.ErrClear();
                PyCheck.Status(Py.DictSetItemString(scope, name, Py.GetBuiltins()));
            }
        }
    }
}
