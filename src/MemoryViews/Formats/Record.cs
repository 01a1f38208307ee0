using System;
using System.Collections;
using System.Collections.Generic;
using System.Text;

namespace MemoryViews;

/// <summary>
/// The values of one item that holds several: by position, or by name where the format gives names. Immutable; two records are
/// equal when their values are, as in Python (1 equals 1.0). Python: the tuple that <c>struct.unpack</c> gives.
/// </summary>
/// <remarks>An immutable value: safe to use from any thread.</remarks>
/// <example><code>
/// Record point = (Record)ItemFormat.Parse("T{i:id:(3)f:xyz:}").Read(bytes)!;
/// int id = (int)point["id"]!;
/// float[] xyz = (float[])point[1]!;
/// </code></example>
public sealed class Record : IReadOnlyList<object?>, IEquatable<Record>
{
    private readonly object?[] _values;
    private readonly string?[] _names;

    // Both arrays are the record's own from here on; names are shared between the records of one format.
    internal Record(object?[] values, string?[] names)
    {
        _values = values;
        _names = names;
    }

    /// <summary>How many values there are.</summary>
    public int Count => _values.Length;

    /// <summary>The value at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="AxisIndexException">There is no such position.</exception>
    public object? this[int index] => (uint)index < (uint)_values.Length ? _values[index] : throw Error.IndexOutOfRange(0, index, _values.Length);

    /// <summary>The value of a field; the first one, when a name stands twice.</summary>
    /// <param name="field">The name.</param>
    /// <exception cref="ViewArgumentException">The record has no field of that name.</exception>
    public object? this[string field] => Array.IndexOf(_names, field) is >= 0 and int index ? _values[index] : throw Error.UnknownField(field, _names);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold equal values in the same order; names do not count.</summary>
    /// <param name="other">The other record.</param>
    public bool Equals(Record? other) => ReferenceEquals(this, other) || ItemEquality.Values(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Record);

    /// <inheritdoc/>
    public override int GetHashCode() => ItemEquality.Hash(this);

    /// <summary>"(id: 7, xyz: [1, 2, 3])"; long records are cut.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        ValueText.Append(text, this);
        return text.ToString();
    }

    internal string? NameOf(int index) => _names[index];
}
