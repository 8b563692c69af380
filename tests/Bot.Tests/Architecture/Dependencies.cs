using System.Reflection;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>What a type names: in its members, signatures and base types, and in the bodies of its methods as far as their locals and calls tell.</summary>
internal static class Dependencies
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All types that <paramref name="type"/> and the types nested in it (closures and state machines too) name.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Collect(type, found);
        return found;
    }

    /// <summary>All members that the code of <paramref name="type"/> and of the types nested in it names.</summary>
    public static IEnumerable<MemberInfo> MembersNamedBy(Type type) => type.GetMembers(Everything).OfType<MethodBase>().SelectMany(Named)
        .Concat(type.GetNestedTypes(Everything).SelectMany(MembersNamedBy));

    private static void Collect(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        Array.ForEach(type.GetInterfaces(), face => Add(face, found));
        foreach (var attribute in type.GetCustomAttributesData())
        {
            Add(attribute.AttributeType, found);
        }

        foreach (var field in type.GetFields(Everything))
        {
            Add(field.FieldType, found);
        }

        foreach (var method in type.GetMembers(Everything).OfType<MethodBase>())
        {
            Add((method as MethodInfo)?.ReturnType, found);
            Array.ForEach(method.GetParameters(), parameter => Add(parameter.ParameterType, found));
            CollectBody(method, found);
        }

        foreach (var nested in type.GetNestedTypes(Everything))
        {
            Collect(nested, found);
        }
    }

    private static void CollectBody(MethodBase method, HashSet<Type> found)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(local.LocalType, found);
        }

        foreach (var member in Named(method))
        {
            Add(member as Type ?? member.DeclaringType, found);
        }
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        var (typeArguments, methodArguments) = (method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        return Instructions.TokensIn(method.GetMethodBody()?.GetILAsByteArray() ?? [])
            .Select(token => method.Module.ResolveMember(token, typeArguments, methodArguments)).OfType<MemberInfo>();
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType(), found);
            return;
        }

        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (type.IsGenericType)
        {
            Array.ForEach(type.GetGenericArguments(), argument => Add(argument, found));
        }
    }
}
