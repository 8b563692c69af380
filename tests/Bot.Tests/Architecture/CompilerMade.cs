using System.Reflection;
using Mono.Cecil;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>
/// What the compiler makes of lambdas, async methods and iterators. ArchUnitNET 0.13 looks into all of them but async iterators; Cecil,
/// with which it reads, shows those too.
/// </summary>
internal static class CompilerMade
{
    /// <summary>Which of our types names which in such code.</summary>
    public static IReadOnlyList<(string Type, string Named)> NamesIn(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return [.. module
            .GetTypes()
            .Where(IsMade)
            .SelectMany(made => NamedBy(made).Select(named => (Owner(made), named.FullName)))
            .Distinct()];
    }

    /// <summary>Which class, as it is written, calls which method.</summary>
    public static IReadOnlyList<(string Type, string On, string Method)> CallsIn(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. module.GetTypes().SelectMany(type => type.Methods.Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>()
                .Select(called => (Owner(type), called.DeclaringType.FullName, called.Name))).Distinct(),
        ];
    }

    /// <summary>Which of our types names which, in its members or in its code.</summary>
    public static IReadOnlyList<(string Type, string Named)> AllNamesIn(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. module.GetTypes().SelectMany(type => NamedBy(type)
                .Concat(type.Methods.SelectMany(method =>
                    method.Parameters.SelectMany(parameter => Parts(parameter.ParameterType)).Concat(Parts(method.ReturnType))))
                .Concat(Parts(type.BaseType)).Concat(type.Interfaces.SelectMany(implemented => Parts(implemented.InterfaceType)))
                .Select(named => (Owner(type), named.FullName))).Distinct(),
        ];
    }

    private static bool IsMade(TypeReference type) => type is { IsNested: true } && type.Name.StartsWith('<');

    private static string Owner(TypeReference type) => IsMade(type) ? Owner(type.DeclaringType) : type.FullName.Replace('/', '+');

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition made) => made.Methods.Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions).SelectMany(instruction => Parts(instruction.Operand))
        .Concat(made.Fields.SelectMany(field => Parts(field.FieldType)));

    private static IEnumerable<TypeReference> Parts(object? named) => named switch
    {
        GenericInstanceMethod method => [.. method.GenericArguments.SelectMany(Parts), .. Parts(method.DeclaringType)],
        GenericInstanceType type => [type.ElementType, .. type.GenericArguments.SelectMany(Parts)],
        TypeReference type => [type.GetElementType()],
        MemberReference member => Parts(member.DeclaringType),
        _ => [],
    };
}
