using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace MemoryViews.Python.Tests.Hosting;

/// <summary>What a Python process that hosts .NET calls: the other way round from the rest of these tests.</summary>
public static class Guest
{
    /// <summary>Doubles the bytes of an object, half of it on a thread of .NET when the caller has let go of the interpreter's lock.</summary>
    /// <returns>The minor version of the Python found; negative when something threw.</returns>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Double(nint pointer, int onThread)
    {
        try
        {
            PythonHost.Attach();
            if (onThread != 0)
            {
                Thread thread = new(() => DoubleBytes(pointer));
                thread.Start();
                thread.Join();
            }
            else
            {
                DoubleBytes(pointer);
            }

            return PythonHost.Version.Minor;
        }
        catch (System.Exception e)
        {
            System.Console.Error.WriteLine(e);
            return -1;
        }
    }

    private static void DoubleBytes(nint pointer)
    {
        using PythonObject target = PythonObject.Borrow(pointer);
        using MemoryView view = target.AsMemoryView();
        for (nint i = 0; i < view.Length; i++)
        {
            view.Set(i, (byte)(2 * view.Get<byte>(i)));
        }
    }
}
