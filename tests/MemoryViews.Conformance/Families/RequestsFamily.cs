using System.Numerics;

namespace MemoryViews.Conformance;

/// <summary>Buffers asked of a view, with every combination of flags.</summary>
internal sealed class RequestsFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        using Source source = Source.Of(vector["src"]);
        PythonView view = new(source.View, strict);
        int flags = Integers.TryRead(vector.Value("flags"), out BigInteger told) && told >= int.MinValue && told <= int.MaxValue
            ? (int)told
            : throw new VectorException("\"flags\" is no C int");
        Answer answer = [];
        answer.Try(() =>
        {
            using BufferExport buffer = view.GetBuffer((BufferRequest)flags);
            Layout layout = buffer.Layout;
            answer["format"] = buffer.Format?.Text;
            answer["itemsize"] = layout.ItemSize;
            answer["nbytes"] = buffer.ByteLength;
            answer["ndim"] = layout.Rank;
            answer["readonly"] = buffer.IsReadOnly;
            answer["shape"] = buffer.HasShape ? layout.Shape.ToArray() : null;
            answer["strides"] = buffer.HasStrides ? layout.Strides.ToArray() : null;
            answer["suboffsets"] = layout.Suboffsets.IsEmpty ? null : layout.Suboffsets.ToArray();
        });
        return answer;
    }
}
