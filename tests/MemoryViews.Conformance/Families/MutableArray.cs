namespace MemoryViews.Conformance;

/// <summary>array('h', [3, 1, 2, 5]) and its mutations.</summary>
internal sealed class MutableArray : Mutable
{
    private readonly TypedArray _array = ArrayOf(3, 1, 2, 5);

    public override IBufferExporter Exporter => _array;

    public override byte[] Content => _array.ToBytes();

    public override void Mutate(string name)
    {
        switch (name)
        {
            case "append":
                _array.Append(1);
                break;
            case "extend":
                _array.Extend(ArrayOf(1, 2));
                break;
            case "extend_empty":
                _array.Extend(ArrayOf());
                break;
            case "iadd":
                _array.Extend(ArrayOf(1));
                break;
            case "frombytes":
                _array.FromBytes([1, 0]);
                break;
            case "pop":
                _array.Pop();
                break;
            case "insert0":
                _array.Insert(0, 7);
                break;
            case "del0":
                _array.RemoveAt(0);
                break;
            case "remove":
                _array.Remove(_array[0]);
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
                _array.Repeat(name[^1] - '0');
                break;
            case "set_same_size":
                _array.ReplaceRange(..2, ArrayOf(8, 9));
                break;
            case "set_longer":
                _array.ReplaceRange(..1, ArrayOf(1, 2, 3));
                break;
            case "set_item":
                _array[0] = 65;
                break;
            case "reverse":
                _array.Reverse();
                break;
            case "byteswap":
                _array.ByteSwap();
                break;
            case "clear":
                _array.Clear();
                break;
            default:
                throw new VectorException($"an array has no mutation \"{name}\"");
        }
    }

    private static TypedArray ArrayOf(params object?[] values) => new("h", values);
}
