using System;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>What the families of the struct module share.</summary>
internal abstract class StructFamily : Family
{
    // Formats may be bytes as well as text.
    protected static PythonStruct Format(VectorCase vector) => new(vector["format"].ValueKind == JsonValueKind.String ? vector.Text("format")
        : vector.Value("format") is byte[] bytes ? Encoding.Latin1.GetString(bytes)
        : throw new VectorException("\"format\" is neither text nor bytes"));

    protected static object?[] ReadValues(VectorCase vector) => [.. Values.ReadList(vector["values"])];
}

/// <summary>Sizes of formats.</summary>
internal sealed class StructCalcsizeFamily : StructFamily
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        Answer answer = [];
        answer.Try(() => answer["size"] = Format(vector).Size);
        return answer;
    }
}

/// <summary>Values to bytes.</summary>
internal sealed class StructPackFamily : StructFamily
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        Answer answer = [];
        answer.Try(() => answer["data"] = Attributes.Hex(Format(vector).Pack(ReadValues(vector))));
        return answer;
    }
}

/// <summary>Bytes to values, and values into the middle of bytes.</summary>
internal sealed class StructUnpackFamily : StructFamily
{
    public override Answer Ask(VectorCase vector, bool strict)
    {
        byte[] data = vector.Hex("data");
        Answer answer = [];
        switch (vector.Text("op"))
        {
            case "unpack":
                answer.Try(() => answer["values"] = Format(vector).Unpack(data));
                break;
            case "unpack_from":
                answer.Try(() => answer["values"] = Format(vector).UnpackFrom(data, Offset(vector, static () => new OverflowException())));
                break;
            case "iter_unpack":
                answer.Try(() => answer["values"] = Format(vector).IterUnpack(data).ToList());
                break;
            case "pack_into":
                answer.Try(() => PackInto(vector, data));
                answer["data_after"] = Attributes.Hex(data);
                break;
            case string op:
                throw new VectorException($"op \"{op}\" is not known");
        }

        return answer;
    }

    // Python counts the values before it looks at the offset, also at one that no machine has.
    private static void PackInto(VectorCase vector, byte[] data)
    {
        PythonStruct format = Format(vector);
        object?[] values = ReadValues(vector);
        if (format.Unpack(new byte[format.Size]).Length != values.Length)
        {
            format.PackInto(data, 0, values);
        }

        format.PackInto(data, Offset(vector, static () => new PythonRaised("IndexError")), values);
    }

    // Numbers beyond the machine are refused by Python's argument parsing, not by struct.
    private static nint Offset(VectorCase vector, Func<Exception> tooLarge)
    {
        if (!vector.Has("offset"))
        {
            return 0;
        }

        return !Integers.TryRead(vector.Value("offset"), out BigInteger offset) ? throw new VectorException("\"offset\" is no integer")
            : offset >= nint.MinValue && offset <= nint.MaxValue ? (nint)offset
            : throw tooLarge();
    }
}
