using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace MemoryViews.Python.Tests.Hosting;

/// <summary>A process of Python that hosts .NET, which joins the interpreter it finds there.</summary>
public class AttachTests
{
    // The runtime is started as its hosting interface says: a configuration, a delegate that loads assemblies (number 5), a function by its name.
    private const string Script = """
        import ctypes, sys
        from ctypes import byref, c_char_p, c_int, c_void_p
        hostfxr, config, assembly = sys.argv[1:4]
        host = ctypes.CDLL(hostfxr)
        context, load, entry = c_void_p(), c_void_p(), c_void_p()
        assert host.hostfxr_initialize_for_runtime_config(c_char_p(config.encode()), None, byref(context)) in (0, 1, 2)
        assert host.hostfxr_get_runtime_delegate(context, 5, byref(load)) == 0
        loader = ctypes.CFUNCTYPE(c_int, c_char_p, c_char_p, c_char_p, c_void_p, c_void_p, c_void_p)(load.value)
        kind = b'MemoryViews.Python.Tests.Hosting.Guest, MemoryViews.Python.Tests'
        assert loader(assembly.encode(), kind, b'Double', c_void_p(-1), None, byref(entry)) == 0
        data = bytearray([1, 2, 3])
        minor = ctypes.PYFUNCTYPE(c_int, c_void_p, c_int)(entry.value)(id(data), 0)
        again = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)(entry.value)(id(data), 1)
        data.append(0)
        print(minor == again == sys.version_info.minor, list(data), sys.getrefcount(data))
        """;

    [Fact]
    public async Task NET_in_a_Python_process_joins_its_interpreter()
    {
        TestPython.Need();
        string program = PythonHost.Evaluate("__import__('sys').executable").ToString();
        Assert.SkipUnless(File.Exists(program), $"there is no program beside the library: {program}");
        Assert.SkipUnless(FindHost() is not null, "the runtime's libhostfxr was not found");
        string here = AppContext.BaseDirectory, name = "MemoryViews.Python.Tests";
        ProcessStartInfo start = new(program, ["-c", Script, FindHost()!, Path.Combine(here, name + ".runtimeconfig.json"), Path.Combine(here, name + ".dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.TrimEnd() == "True [4, 8, 12, 0] 2", $"{answer}{await errors}");
    }

    // shared/Microsoft.NETCore.App/10.0.0/ and host/fxr/10.0.0/libhostfxr.so lie in one installation.
    private static string? FindHost()
    {
        string fxr = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "host", "fxr");
        return Directory.Exists(fxr) ? Directory.EnumerateFiles(fxr, "libhostfxr.so", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() : null;
    }
}
