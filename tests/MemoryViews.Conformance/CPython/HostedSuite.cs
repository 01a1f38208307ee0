using System;
using System.IO;
using MemoryViews.Python;

namespace MemoryViews.Conformance;

/// <summary>The child's work: an interpreter inside this process, and one suite in it.</summary>
internal static class HostedSuite
{
    public static int Run(ChildOrder order)
    {
        AppContext.SetSwitch("MemoryViews.Python.EngineOnly", order.Type == ChildOrder.Engine);
        PythonHost.Start(order.Executable);
        using Python.PythonObject harness = LoadHarness();
        using Python.PythonObject? type = order.Type != ChildOrder.Plain ? PythonHost.MemoryViewType(strict: true) : null;
        using Python.PythonObject modules = Python.PythonObject.From((string[])[.. order.Modules]);
        using Python.PythonObject result = harness.CallMethod(order.Task, modules, type, order.Report);
        return 0;
    }

    // A module of its own, as if it had been imported from a file.
    private static Python.PythonObject LoadHarness()
    {
        using StreamReader reader = new(typeof(HostedSuite).Assembly.GetManifestResourceStream("harness.py")!);
        using Python.PythonObject types = PythonHost.Import("types");
        Python.PythonObject module = types.CallMethod("ModuleType", "harness");
        using Python.PythonObject builtins = PythonHost.Import("builtins");
        using Python.PythonObject code = builtins.CallMethod("compile", reader.ReadToEnd(), "harness.py", "exec");
        using Python.PythonObject names = module.GetAttribute("__dict__");
        using Python.PythonObject none = builtins.CallMethod("exec", code, names);
        return module;
    }
}
