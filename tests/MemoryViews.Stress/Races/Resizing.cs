using System.Collections.Generic;

namespace MemoryViews.Stress.Races;

/// <summary>
/// Bytes whose views were all given back: as soon as the last reader has let go of them they change their size, and are poisoned. Nobody waits
/// for that: they are tried again whenever others come.
/// </summary>
internal sealed class Resizing
{
    private readonly Queue<ByteArray> _lent = new();

    public void Add(ByteArray bytes)
    {
        _lent.Enqueue(bytes);
        for (int left = _lent.Count; left > 0; left--)
        {
            ByteArray next = _lent.Dequeue();
            if (!TryPoison(next))
            {
                _lent.Enqueue(next);
            }
        }
    }

    private static bool TryPoison(ByteArray bytes)
    {
        try
        {
            bytes.RemoveAt(-1);
        }
        catch (BufferException)
        {
            return false;
        }

        using MemoryView view = new(bytes);
        view.Fill(Pattern.HeapPoison);
        return true;
    }
}
