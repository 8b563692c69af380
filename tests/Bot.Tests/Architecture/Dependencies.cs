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

        // Every four bytes of a body that are a metadata token of this module name something. A few of them only look like one: a test
        // that asks for a forbidden name is then too strict by chance, never too lax.
        var code = body.GetILAsByteArray() ?? [];
        var (typeArguments, methodArguments) = (method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is 0x28 or 0x6F or 0x73 or 0x74 or 0x75 or 0x7B or 0x7D or 0x7E or 0x80 or 0x8D or 0xD0)
            {
                try
                {
                    var member = method.Module.ResolveMember(BitConverter.ToInt32(code, i + 1), typeArguments, methodArguments);
                    Add(member as Type ?? member?.DeclaringType, found);
                }
                catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
                {
                    // Not a token after all.
                }
            }
        }
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
