using System;
using System.Text;

namespace MemoryViews.Python;

public static unsafe partial class PythonHost
{
    // Without this, sys.executable is the first python3 on the path, which may be another one: what is started with it (multiprocessing, subprocess)
    // would run under the wrong Python. The path of packages is that of the library, so those of a virtual environment are added.
    private const string Preparation = """
        def prepare(executable, prefix, folders):
            import os, sys
            name = 'python%d.%d' % sys.version_info[:2]
            executable = executable or os.path.join(sys.base_exec_prefix, 'bin', name)
            if os.path.exists(executable):
                sys.executable = executable
            if prefix:
                import site
                sys.prefix = sys.exec_prefix = prefix
                for folder in folders:
                    site.addsitedir(folder)
        prepare(%s, %s, %s)
        """;

    /// <summary>Starts the interpreter and lets go of its lock, which starting leaves with this thread.</summary>
    private static void Initialise(PythonLocation location, string? program)
    {
        PythonHome.Name(program);
        Py.InitializeEx(0); // 0: signals stay with .NET, which has handlers for them
        try
        {
            string code = Preparation
                .Replace("prepare(%s, %s, %s)", $"prepare({Literal(location.Executable)}, {Literal(location.Prefix)}, [{FolderList(location)}])", StringComparison.Ordinal);
            nint scope = PyCheck.Reference(Py.DictNew());
            nint result = PyCode.Run(code, "<start>", PyCode.File, scope);
            Py.DecRef(result);
            Py.DecRef(scope);
        }
        finally
        {
            Py.SaveThread();
        }
    }

    private static string FolderList(PythonLocation location)
        => string.Join(", ", Array.ConvertAll(location.SitePackages ?? [], folder => Literal(folder)));

    // As hexadecimal digits, so that no character of a path can end the text.
    private static string Literal(string? text)
        => text is null ? "None" : $"bytes.fromhex('{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}').decode()";
}
