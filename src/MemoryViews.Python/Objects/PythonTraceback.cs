using System;

namespace MemoryViews.Python;

/// <summary>The text that Python prints of an exception.</summary>
internal static class PythonTraceback
{
    /// <summary>The text, or null where there is none.</summary>
    public static string? Format(PythonObject? exception)
    {
        if (exception is null || !PythonHost.IsStarted)
        {
            return null;
        }

        try
        {
            using PythonLock held = PythonHost.Lock();
            using PythonObject module = PythonHost.Import("traceback");
            using PythonObject lines = module.CallMethod("format_exception", exception);
            return string.Concat((System.Collections.Generic.List<object?>)lines.ToObject()!).TrimEnd();
        }
        catch (Exception e) when (e is PythonException or IViewException)
        {
            return null; // an exception about an exception: its message must do
        }
    }
}
