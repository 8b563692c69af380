using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>Finds, in the compiled code, every call to an operator that asks the database.</summary>
internal static class QuerySites
{
    public const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly OpCode[] OneByte = [.. Codes().Where(code => code.Size == 1)];
    private static readonly OpCode[] TwoBytes = [.. Codes().Where(code => code.Size == 2)];

    // These look rows up by the key that the model names, so there is no query to translate.
    private static readonly HashSet<Type> FindsByKey = [typeof(RowChanges)];

    /// <summary>The assemblies that may ask it.</summary>
    public static IReadOnlyList<Assembly> Ours { get; } = [typeof(RelateDbContext).Assembly, typeof(RelateBotHost).Assembly];

    public static IEnumerable<QuerySite> In(IEnumerable<Type> types) =>
        from type in types
        where !FindsByKey.Contains(type.DeclaringType ?? type)
        from body in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything))
        let queries = Calls(body).Count(AsksTheDatabase)
        where queries > 0
        select new QuerySite(Method(body), body, queries);

    /// <summary>Returns the method that contains the code: itself or the one in the class that the compiler moved it into.</summary>
    public static MethodBase Body(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType.GetMethod("MoveNext", Everything) ?? method;

    /// <summary>EF Core's asynchronous operators, LINQ's that return no query, and raw SQL.</summary>
    private static bool AsksTheDatabase(MethodBase method) => method.DeclaringType switch
    {
        { } type when type == typeof(EntityFrameworkQueryableExtensions) =>
            method.Name.EndsWith("Async", StringComparison.Ordinal)
                || method.Name is "AsAsyncEnumerable" or "ExecuteDelete" or "ExecuteUpdate",
        { } type when type == typeof(Queryable) =>
            method is MethodInfo { ReturnType: var result } && !typeof(IQueryable).IsAssignableFrom(result),
        { } type when type == typeof(RelationalDatabaseFacadeExtensions) => method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal),
        { } type when type == typeof(DbContext) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>)) =>
            method.Name is "Find" or "FindAsync",

        // A compiled query runs through the delegate that EF Core made of it: its arguments are the context and the parameters, and it
        // returns the result.
        { IsGenericType: true } type when type.IsAssignableTo(typeof(Delegate)) =>
            method.Name == "Invoke" && type.GenericTypeArguments is [var first, _, _, ..] && first == typeof(RelateDbContext),
        _ => false,
    };

    /// <summary>The reverse: returns the method with this body.</summary>
    private static MethodBase Method(MethodBase body) =>
        body.DeclaringType!.DeclaringType?.GetMethods(Everything).FirstOrDefault(method => Body(method) == body) ?? body;

    public static IEnumerable<MethodBase> Calls(MethodBase body)
    {
        var il = body.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var position = 0; position < il.Length;)
        {
            var code = il[position] == 0xFE
                ? TwoBytes.First(code => (code.Value & 0xFF) == il[position + 1])
                : OneByte.First(code => code.Value == il[position]);
            position += code.Size;
            if (code.OperandType is OperandType.InlineMethod && code.FlowControl is FlowControl.Call)
            {
                var type = body.DeclaringType!;
                yield return type.Module.ResolveMethod(
                    BitConverter.ToInt32(il, position),
                    type.GetGenericArguments(),
                    body.IsGenericMethod ? body.GetGenericArguments() : null)!;
            }

            position += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, position)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<OpCode> Codes() =>
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!);
}
