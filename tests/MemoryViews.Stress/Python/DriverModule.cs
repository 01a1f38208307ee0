using System.IO;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python;

/// <summary>The Python halves of the runs: texts in this program that become modules.</summary>
internal static class DriverModule
{
    public static PythonObject Load(string name)
    {
        using StreamReader reader = new(typeof(DriverModule).Assembly.GetManifestResourceStream(name)!);
        using PythonObject types = PythonHost.Import("types");
        PythonObject module = types.CallMethod("ModuleType", $"memoryviews_{Path.GetFileNameWithoutExtension(name)}");
        using PythonObject exec = PythonHost.Evaluate("exec"), names = module.GetAttribute("__dict__");
        exec.Call(reader.ReadToEnd(), names).Dispose();
        return module;
    }
}
