using System;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>What the types and fields of a struct are to a format.</summary>
internal static class StructTypes
{
    /// <summary>The kind of a type that is one number, and its format code; None for structs.</summary>
    public static ScalarKind KindOf(Type type, out string code)
    {
        bool isSigned = type == typeof(nint), isPointer = type.IsPointer || type.IsFunctionPointer;
        if (isSigned || isPointer || type == typeof(nuint))
        {
            code = isSigned ? "n" : isPointer ? "P" : "N";
            return isSigned ? ScalarKinds.PointerSigned : ScalarKinds.PointerUnsigned;
        }

        ScalarKind kind = type == typeof(Half) ? ScalarKind.Float16 : type == typeof(Complex) ? ScalarKind.Complex128 : KindOf(Type.GetTypeCode(type));
        code = kind == ScalarKind.None ? "" : ScalarKinds.CodeOf(kind);
        return kind;
    }

    /// <summary>The number behind a type code; an enumeration has that of its underlying type.</summary>
    public static ScalarKind KindOf(TypeCode code) => code switch
    {
        TypeCode.Boolean => ScalarKind.Boolean,
        TypeCode.Char => ScalarKind.Utf16,
        TypeCode.SByte => ScalarKind.Int8,
        TypeCode.Byte => ScalarKind.UInt8,
        TypeCode.Int16 => ScalarKind.Int16,
        TypeCode.UInt16 => ScalarKind.UInt16,
        TypeCode.Int32 => ScalarKind.Int32,
        TypeCode.UInt32 => ScalarKind.UInt32,
        TypeCode.Int64 => ScalarKind.Int64,
        TypeCode.UInt64 => ScalarKind.UInt64,
        TypeCode.Single => ScalarKind.Float32,
        TypeCode.Double => ScalarKind.Float64,
        _ => ScalarKind.None,
    };

    /// <summary>The types of 128 bits and decimal look like records of their private numbers, and vectors of the machine's width like two fields of a fixed one: they are none.</summary>
    public static bool IsRecord(Type type) => type != typeof(Int128) && type != typeof(UInt128) && type != typeof(decimal)
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Vector<>));

    /// <summary>How often the one field of an inline array follows itself; 1 for every other type.</summary>
    public static int InlineLength(Type type) => type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1;

    /// <summary>A field's value, boxed; a pointer as the number of its address.</summary>
    public static unsafe object ValueOf(FieldInfo field, object filling)
    {
        object? value = field.GetValue(filling);
        return value is Pointer ? (nuint)Pointer.Unbox(value) : value ?? (nuint)0;
    }

    /// <summary>The name as declared; that of the property, for the field behind one.</summary>
    public static string NameOf(FieldInfo field) => field.Name is ['<', .. string inner] && inner.IndexOf('>') is > 0 and int end ? inner[..end] : field.Name;

    /// <summary>Fixed buffers and inline arrays are structs to the runtime, and arrays of their one field to a format.</summary>
    public static StructMember Unwrap(FieldInfo field, StructMember member)
    {
        if (field.GetCustomAttribute<FixedBufferAttribute>() is { } buffer && member.Members is [StructMember first])
        {
            return first with { Name = member.Name, Count = buffer.Length };
        }

        return member.Members is [StructMember only] && InlineLength(field.FieldType) > 1 ? only with { Name = member.Name } : member;
    }
}
