using System;
using System.Collections;
using System.Collections.Generic;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>A list that runs user code when it is asked for its length, an element, or its enumerator, and that may lie about its length.</summary>
internal sealed class UserList(int count, params object?[] elements) : IReadOnlyList<object?>, ICollection
{
    /// <summary>Runs before any answer.</summary>
    public Action? WhenAsked { get; init; }

    /// <summary>Runs before each element.</summary>
    public Action? WhenRead { get; init; }

    public int Count
    {
        get
        {
            WhenAsked?.Invoke();
            return count;
        }
    }

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    public object? this[int index]
    {
        get
        {
            WhenRead?.Invoke();
            return elements[index];
        }
    }

    public IEnumerator<object?> GetEnumerator()
    {
        foreach (object? element in elements)
        {
            WhenRead?.Invoke();
            yield return element;
        }
    }

    public void CopyTo(Array array, int index) => elements.CopyTo(array, index);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A list whose enumerator never ends.</summary>
internal sealed class Endless(int count) : IReadOnlyList<object?>
{
    public int Count => count;

    public object? this[int index] => index;

    public IEnumerator<object?> GetEnumerator()
    {
        while (true)
        {
            yield return 1;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A value that no format takes, whose text is user code: the refusal shows it.</summary>
internal sealed class UserText(Action asked) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        asked();
        return "a user's text";
    }
}
