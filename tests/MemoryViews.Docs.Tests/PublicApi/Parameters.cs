using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>Parameter lists and type constraints as C# writes them.</summary>
internal static class Parameters
{
    public static string Of(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Of));

    /// <summary>" where T : unmanaged", or nothing.</summary>
    public static string Constraints(IEnumerable<Type> arguments) => string.Concat(arguments
        .Select(argument => (argument.Name, Parts: string.Join(", ", ConstraintsOn(argument))))
        .Where(constraint => constraint.Parts.Length > 0)
        .Select(constraint => $" where {constraint.Name} : {constraint.Parts}"));

    public static string Default(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        _ when type.IsEnum => EnumValue(type, value),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string EnumValue(Type type, object value) => Enum.ToObject(type, value).ToString() is { } name && !char.IsAsciiDigit(name[0])
        ? string.Join(" | ", name.Split(", ").Select(part => $"{TypeNames.Of(type)}.{part}"))
        : $"({TypeNames.Of(type)}){value}";

    private static string Of(ParameterInfo parameter)
    {
        string type = TypeNames.Of(parameter, new NullabilityInfoContext().Create(parameter));
        string value = parameter.HasDefaultValue ? $" = {Default(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{Modifiers(parameter)}{type} {parameter.Name}{value}";
    }

    private static string Modifiers(ParameterInfo parameter)
    {
        bool isExtended = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute));
        bool isScoped = parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ScopedRefAttribute");
        bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));

        // A params span and an out parameter are scoped without the word.
        string passed = !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsDefined(typeof(IsReadOnlyAttribute)) ? "in "
            : parameter.IsDefined(typeof(RequiresLocationAttribute)) ? "ref readonly "
            : "ref ";
        return (isExtended ? "this " : "") + (isParams ? "params " : "") + (isScoped && !isParams && !parameter.IsOut ? "scoped " : "") + passed;
    }

    private static IEnumerable<string> ConstraintsOn(Type argument)
    {
        GenericParameterAttributes flags = argument.GenericParameterAttributes;
        bool isValue = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isValue)
        {
            yield return argument.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute") ? "unmanaged" : "struct";
        }

        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (Type constraint in argument.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
        {
            yield return TypeNames.Of(constraint);
        }

        if (!isValue && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }

        if (flags.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }
}
