using System;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>Equality both ways round; the right side may be the exporter itself.</summary>
internal sealed class EqualityFamily : Family
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        Answer answer = [];
        answer.Try(() =>
        {
            using IDisposable a = SideOf(vector["a"], strict, out object left);
            using IDisposable b = SideOf(vector["b"], strict, out object right);
            answer["a_eq_b"] = AreEqual(left, right, strict);
            answer["b_eq_a"] = AreEqual(right, left, strict);
            answer["a_ne_b"] = !AreEqual(left, right, strict);
        });
        return answer;
    }

    private static IDisposable SideOf(JsonElement side, bool strict, out object value)
    {
        string exporter = side.TryGetProperty("exporter", out _) ? side.NeedText("exporter") : "nd";
        switch (exporter)
        {
            case "nd":
                Source source = Source.Of(side);
                value = new PythonView(source.View, strict);
                return source;
            case "bytes":
                value = new Bytes(side.NeedHex("data"));
                break;
            case "bytearray":
                value = new ByteArray(side.NeedHex("data"));
                break;
            case "array":
                value = TypedArray.OfBytes(side.NeedText("format"), side.NeedHex("data"));
                break;
            default:
                throw new VectorException($"exporter \"{exporter}\" is not known");
        }

        return new Nothing();
    }

    // bytearray compares with any bytes in one run by itself; bytes and array leave the question to the view on the other side.
    private static bool AreEqual(object a, object b, bool strict) => a switch
    {
        PythonView view => view.ContentEquals(b),
        ByteArray bytes when b is not PythonView { IsCContiguous: false } => EqualBytes(bytes, b),
        IBufferExporter when b is PythonView view => view.ContentEquals(a),
        _ => PythonView.Of(a, strict).ContentEquals(b),
    };

    private static bool EqualBytes(ByteArray bytes, object other)
    {
        using PythonView view = PythonView.Of(other);
        return bytes.ToArray().AsSpan().SequenceEqual(view.ToBytes());
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
