using System;

namespace MemoryViews.Conformance;

/// <summary>bytearray(b"abcdef") and its mutations.</summary>
internal sealed class MutableBytes : Mutable
{
    private readonly ByteArray _bytes = new("abcdef"u8);

    public override IBufferExporter Exporter => _bytes;

    public override byte[] Content => _bytes.ToArray();

    public override void Mutate(string name)
    {
        switch (name)
        {
            case "append":
                _bytes.Append(1);
                break;
            case "extend":
                _bytes.Extend("xy"u8);
                break;
            case "extend_empty" or "iadd_empty":
                _bytes.Extend([]);
                break;
            case "iadd":
                _bytes.Extend("z"u8);
                break;
            case "pop":
                _bytes.Pop();
                break;
            case "insert0":
                _bytes.Insert(0, 7);
                break;
            case "del0":
                _bytes.RemoveAt(0);
                break;
            case "remove":
                _bytes.Remove(_bytes[0]);
                break;
            case "clear":
                _bytes.Clear();
                break;
            case "init":
                _bytes.Reset("new"u8);
                break;
            default:
                MutateRange(name);
                break;
        }
    }

    private void MutateRange(string name)
    {
        switch (name)
        {
            case "imul0" or "imul1" or "imul2":
                _bytes.Repeat(name[^1] - '0');
                break;
            case "set_same_size":
                _bytes.ReplaceRange(..2, "QQ"u8);
                break;
            case "set_longer":
                _bytes.ReplaceRange(..1, "QQQ"u8);
                break;
            case "set_shorter":
                _bytes.ReplaceRange(..2, []);
                break;
            case "set_item":
                _bytes[0] = 65;
                break;
            case "reverse":
                _bytes.Reverse();
                break;
            case "del_step2":
                _bytes.RemoveRange(Slice.Of(null, null, 2));
                break;
            case "sort_like_slice":
                byte[] sorted = _bytes.ToArray();
                Array.Sort(sorted);
                _bytes.ReplaceRange(.., sorted);
                break;
            default:
                throw new VectorException($"a bytearray has no mutation \"{name}\"");
        }
    }
}
