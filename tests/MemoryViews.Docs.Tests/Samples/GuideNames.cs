using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's pages "Python's names and ours" and "Threads".</summary>
internal static class GuideNames
{
    public static void PythonAsItIs()
    {
        // sample: python-as-it-is
        using PythonView view = PythonView.Of(new TypedArray("h", [1, 2, 3, 4]));
        Console.WriteLine(view.GetItem(-1));
        Console.WriteLine(((PythonView)view.GetItem(new PythonSlice(null, null, -2))!).Hex(":", 2));

        try
        {
            view.SetItem(0, 40_000);
        }
        catch (Exception e)
        {
            Console.WriteLine($"{PythonView.PythonClassOf(e)}, here {e.GetType().Name}");
        }
        // end
    }

    public static void TheStructModule()
    {
        // sample: the-struct-module
        PythonStruct header = new("<HBx4s");
        byte[] packed = header.Pack(513, 7, "ABCD"u8.ToArray());
        Console.WriteLine($"{Convert.ToHexStringLower(packed)} {header.Unpack(packed)[0]}");
        // end
    }

    public static void ThreadsShareMemory()
    {
        // sample: threads-share-memory
        int[] counts = new int[4];
        using MemoryView view = counts.AsMemoryView();

        System.Threading.Tasks.Parallel.For(0, 4, thread =>
        {
            MemoryView own = view.Slice(thread, 1);    // views may be made and used on any thread
            for (int i = 0; i < 1000; i++)
            {
                own.Set(0, own.Get<int>(0) + 1);       // nobody else writes this item
            }
        });

        Console.WriteLine($"{view:g}");
        // end
    }
}
