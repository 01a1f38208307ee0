using System;

namespace MemoryViews.Conformance;

/// <summary>One item written, over bytes of 0xAA.</summary>
internal sealed class ItemSetFamily : Family
{
    private const byte Before = 0xAA;

    public override Answer Ask(VectorCase vector, bool strict)
    {
        ItemFormat format = Source.FormatOf(vector.Text("format"));
        byte[] data = new byte[format.Size];
        data.AsSpan().Fill(Before);
        using Source source = Source.Over(data, format, Layout.Contiguous(format.Size, [1]), isReadOnly: false);
        PythonView view = new(source.View, strict);
        Answer answer = [];
        bool stored = answer.Try(() => view.SetItem(0, vector.Value("value")));
        answer["data_after"] = Attributes.Hex(data);
        answer["is_nan"] = stored && Doubles.TryRead(Answer.ValueOf(() => view.GetItem(0)), out double value) && double.IsNaN(value);
        return answer;
    }
}
