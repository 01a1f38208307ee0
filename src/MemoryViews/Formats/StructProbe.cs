using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MemoryViews;

/// <summary>
/// Finds where the fields of a struct lie, by measuring. No rule of layout is repeated here and no marshaller asked, whose
/// layout is another one: a struct is filled with bytes that hold their own positions, and each field then tells where it lies.
/// <code>
/// filled:    00 01 02 03 04 05 06 07        struct { byte A; int B; }
/// A reads    00                             A is at 0
/// B reads                04 05 06 07        B is at 4
/// </code>
/// Positions need more than one byte in structs of more than 256 bytes: one filling for each byte of the position.
/// </summary>
/// <remarks>
/// Trimming: T carries no annotation, because every generic caller up to the program would have to repeat it. The trimmer keeps the
/// fields of a struct with sequential or explicit layout, which all structs have unless they ask otherwise. An
/// ahead-of-time compiled program may know none of the fields of a struct it never looks into: T is then refused.
/// </remarks>
internal static class StructProbe
{
    private const string Reason = "Fields of structs in use are kept by their layout; a struct none of whose fields is known is refused.";
    private const BindingFlags EveryField = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Structs nest by declaration, so by a few levels; generic ones could nest by hundreds.
    private const int MostDepth = 32;

    /// <summary>The struct as a tree of its fields.</summary>
    public static StructMember Fields<T>()
        where T : unmanaged
    {
        StructMember root = Probe<T>() ?? throw Error.NoFormatForType(typeof(T), "it holds a type without a format, or its fields are not known in this program");
        return Overlaps(Flatten(root)) ? throw Error.NoFormatForType(typeof(T), "its fields overlap") : root;
    }

    /// <summary>The numbers of T in the order of their offsets; null when it has no format.</summary>
    public static StructLeaf[]? Leaves<T>()
        where T : unmanaged
    {
        ScalarKind kind = ScalarKinds.Of<T>();
        StructLeaf[]? leaves = kind != ScalarKind.None ? [new StructLeaf(kind, 0)] : Probe<T>() is { } root ? Flatten(root) : null;
        return leaves is null || Overlaps(leaves) ? null : leaves;
    }

    private static StructMember? Probe<T>()
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>(), bytes = size <= 1 << 8 ? 1 : size <= 1 << 16 ? 2 : 4;
        object[] fillings = new object[bytes];
        for (int i = 0; i < bytes; i++)
        {
            fillings[i] = Fill<T>(i);
        }

        return Describe(typeof(T), "", fillings, 0);
    }

    private static object Fill<T>(int digit)
        where T : unmanaged
    {
        T value = default;
        Span<byte> bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i >> (8 * digit));
        }

        return value;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Reason)]
    private static StructMember? Describe(Type type, string name, object[] fillings, int depth)
    {
        nint offset = PositionOf(fillings);
        if (StructTypes.KindOf(type, out string code) is not ScalarKind.None and ScalarKind kind)
        {
            return new StructMember(name, kind, code, offset, ScalarKinds.SizeOf(kind), 1, []);
        }

        FieldInfo[] fields = type.GetFields(EveryField);
        StructMember[]? members = depth < MostDepth && StructTypes.IsRecord(type) ? Describe(fields, fillings, depth) : null;
        if (members is not { Length: > 0 })
        {
            return null;
        }

        // Explicit layouts may declare fields in any order; formats go upwards.
        Array.Sort(members, (a, b) => a.Offset.CompareTo(b.Offset));
        int repeat = StructTypes.InlineLength(type);
        members[0] = members[0] with { Count = members[0].Count * repeat };
        return new StructMember(name, ScalarKind.None, "", offset, RuntimeHelpers.SizeOf(type.TypeHandle), 1, members);
    }

    private static StructMember[]? Describe(FieldInfo[] fields, object[] fillings, int depth)
    {
        StructMember[] members = new StructMember[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            FieldInfo field = fields[i];
            object[] values = Array.ConvertAll(fillings, filling => StructTypes.ValueOf(field, filling));
            if (Describe(field.FieldType, StructTypes.NameOf(field), values, depth + 1) is not { } member)
            {
                return null;
            }

            members[i] = StructTypes.Unwrap(field, member);
        }

        return members;
    }

    // A boxed value's bytes start where the only field of a StrongBox does: the first one says where the value was taken from.
    private static nint PositionOf(object[] fillings)
    {
        nint position = 0;
        for (int i = 0; i < fillings.Length; i++)
        {
            position |= (nint)Unsafe.As<StrongBox<byte>>(fillings[i]).Value << (8 * i);
        }

        return position;
    }

    private static StructLeaf[] Flatten(StructMember root)
    {
        List<StructLeaf> leaves = [];
        Flatten(root, 0, leaves);
        return [.. leaves];
    }

    private static void Flatten(StructMember member, nint shift, List<StructLeaf> leaves)
    {
        for (int i = 0; i < member.Count; i++, shift += member.Size)
        {
            if (member.Kind != ScalarKind.None)
            {
                leaves.Add(new StructLeaf(member.Kind, member.Offset + shift));
            }

            foreach (StructMember inner in member.Members)
            {
                Flatten(inner, shift, leaves);
            }
        }
    }

    private static bool Overlaps(StructLeaf[] leaves)
    {
        nint end = 0;
        foreach (StructLeaf leaf in leaves)
        {
            if (leaf.Offset < end)
            {
                return true;
            }

            end = leaf.Offset + ScalarKinds.SizeOf(leaf.Kind);
        }

        return false;
    }
}
