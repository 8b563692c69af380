using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Moq;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>
/// Creates arguments of any type for a method call: a registered service, or an object filled with <see cref="Example"/>s.
/// </summary>
internal sealed class FakeArguments(IServiceProvider services)
{
    // Queries use nothing that is nested deeper.
    private const int Deepest = 3;

    public object? Of(Type type, int depth = 0) => type switch
    {
        _ when type == typeof(Guid) => Example.Id,
        _ when type == typeof(string) => Example.AnyText,
        _ when type == typeof(DateTimeOffset) => Example.Time,
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Example.Time.UtcDateTime),
        _ when type == typeof(TimeZoneInfo) => TimeZoneInfo.Utc,
        _ when type == typeof(IServiceProvider) => services,
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Of(underlying, depth),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when Collection(type, depth) is { } collection => collection,
        _ when type.IsPrimitive || type == typeof(CancellationToken) => Activator.CreateInstance(type),
        _ when typeof(Delegate).IsAssignableFrom(type) => null,
        _ when services.GetService(type) is { } service => service,
        _ when type.IsInterface => ((Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(type))!).Object,
        _ when type.IsAbstract || depth > Deepest => null,
        _ => New(type, depth),
    };

    /// <summary>
    /// By its largest constructor, a record's own copying one left out; then every property, and every captured variable of a lambda, is
    /// set.
    /// </summary>
    public object New(Type type, int depth = 0)
    {
        var constructor = type.GetConstructors(QuerySites.Everything & ~BindingFlags.Static)
            .Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(constructor => constructor.GetParameters().Length);
        var made = constructor?.GetParameters() is { Length: > 0 } parameters
            ? constructor.Invoke([.. parameters.Select(parameter => Of(parameter.ParameterType, depth + 1))])
            : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type
            .GetProperties()
            .Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Of(property.PropertyType, depth + 1));
        }

        foreach (var captured in type.GetFields().Where(field => type.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.IsStatic))
        {
            captured.SetValue(made, Of(captured.FieldType, depth + 1));
        }

        return made;
    }

    /// <summary>With one element; null when the type is no collection.</summary>
    private object? Collection(Type type, int depth)
    {
        if (type.IsArray)
        {
            return Array(type.GetElementType()!, depth);
        }

        switch (type.IsGenericType ? type.GenericTypeArguments : [])
        {
            case [var element] when type.IsAssignableFrom(element.MakeArrayType()):
                return Array(element, depth);
            case [var element] when type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>):
                return typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!
                    .MakeGenericMethod(element).Invoke(null, [Array(element, depth)]);
            case [var element] when type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(element)]) is { } fromSeveral:
                return fromSeveral.Invoke([Array(element, depth)]);
            case [var key, var value] when type == typeof(Dictionary<,>).MakeGenericType(key, value):
                var entries = (IDictionary)Activator.CreateInstance(type)!;
                if (Of(key, depth + 1) is { } one)
                {
                    entries.Add(one, Of(value, depth + 1));
                }

                return entries;
            default:
                return null;
        }
    }

    private Array Array(Type element, int depth)
    {
        var one = System.Array.CreateInstance(element, 1);
        one.SetValue(Of(element, depth + 1), 0);
        return one;
    }
}
