using System.Threading;

namespace MemoryViews.Stress;

/// <summary>Changes the size of bytes as soon as the last reader has let go of them, then poisons them.</summary>
internal static class Resizing
{
    public static void Poison(ByteArray bytes)
    {
        SpinWait spin = default;
        for (bool isResized = false; !isResized;)
        {
            isResized = TryResize(bytes);
            spin.SpinOnce(sleep1Threshold: -1);
        }

        using MemoryView view = new(bytes);
        view.Fill(Pattern.HeapPoison);
    }

    private static bool TryResize(ByteArray bytes)
    {
        try
        {
            bytes.RemoveAt(-1);
            return true;
        }
        catch (BufferException)
        {
            return false;
        }
    }
}
