using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>A format told apart from the library: its text, its size, and what its bytes mean, one value at a time.</summary>
internal abstract class ItemModel(string text, int size)
{
    private ItemFormat? _format;

    public string Text { get; } = text;

    public int Size { get; } = size;

    /// <summary>The library's own reading of the text; its size is checked against the model's.</summary>
    public ItemFormat Format => _format ??= Parsed();

    /// <summary>The one number, character or truth value that an item is; null for everything else.</summary>
    public virtual ScalarModel? Scalar => null;

    /// <summary>Whether values can be predicted: not for long doubles, whose bytes are only moved here.</summary>
    public virtual bool HasValue => true;

    /// <summary>Whether the library reads items: not where an exporter's format has another size than its items.</summary>
    public virtual bool IsReadable => true;

    /// <summary>The value of an item, in the types of <see cref="ItemFormat.Read"/>; <see cref="ManyModel"/> for records and arrays.</summary>
    public abstract object? Read(ReadOnlySpan<byte> item);

    /// <summary>Stores a value that <see cref="Read"/> could have given.</summary>
    public abstract void Write(Span<byte> item, object? value);

    /// <summary>A value to store, in the types that the library takes.</summary>
    public abstract object? Invent(Chance chance);

    /// <summary>Formats are equal when their texts are, a leading @ aside.</summary>
    public bool Same(ItemModel other) => Text.TrimStart('@') == other.Text.TrimStart('@') && Size == other.Size;

    private ItemFormat Parsed()
    {
        ItemFormat format = ItemFormat.Parse(Text);
        return (format.Size == Size || !IsReadable) && format.Text == Text ? format : throw new FuzzFailure($"'{Text}' has {Size} bytes; the library says {format.Size} and '{format.Text}'");
    }
}
