using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews;

/// <summary>The formats of array elements whose type is known at run time only.</summary>
internal static class ElementFormats
{
    private static readonly ConcurrentDictionary<Type, ItemFormat> s_structs = new();

    /// <summary>The format of an unmanaged type. Primitive types need no generic code; a struct needs its own, which an AOT compiler may not have made.</summary>
    /// <exception cref="ItemTypeException">There is no format for the type.</exception>
    public static ItemFormat Of(Type type) => Primitive(type.IsEnum ? Enum.GetUnderlyingType(type) : type) ?? s_structs.GetOrAdd(type, OfStruct);

    private static ItemFormat? Primitive(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ItemFormat.Of<bool>(),
        TypeCode.Char => ItemFormat.Of<char>(),
        TypeCode.SByte => ItemFormat.Of<sbyte>(),
        TypeCode.Byte => ItemFormat.Of<byte>(),
        TypeCode.Int16 => ItemFormat.Of<short>(),
        TypeCode.UInt16 => ItemFormat.Of<ushort>(),
        TypeCode.Int32 => ItemFormat.Of<int>(),
        TypeCode.UInt32 => ItemFormat.Of<uint>(),
        TypeCode.Int64 => ItemFormat.Of<long>(),
        TypeCode.UInt64 => ItemFormat.Of<ulong>(),
        TypeCode.Single => ItemFormat.Of<float>(),
        TypeCode.Double => ItemFormat.Of<double>(),
        _ => type == typeof(nint) ? ItemFormat.Of<nint>()
            : type == typeof(nuint) ? ItemFormat.Of<nuint>()
            : type == typeof(Half) ? ItemFormat.Of<Half>()
            : type == typeof(Complex) ? ItemFormat.Of<Complex>()
            : null,
    };

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "ItemFormat.Of<T> is kept: it is called by name below. What it needs of T is said there.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Guarded by IsDynamicCodeSupported.")]
    private static ItemFormat OfStruct(Type type)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw Error.ElementNeedsGeneric(type);
        }

        MethodInfo method = ((Delegate)ItemFormat.Of<byte>).Method.GetGenericMethodDefinition();
        try
        {
            return (ItemFormat)method.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        catch (ArgumentException)
        {
            throw Error.ElementNeedsGeneric(type);
        }
    }
}
