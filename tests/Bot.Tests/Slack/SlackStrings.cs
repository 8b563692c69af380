using System.Reflection;
using System.Reflection.Emit;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>
/// Every text that stands in the compiled code of the Slack leaf: what it calls and listens to has to be named somewhere.
/// </summary>
internal static class SlackStrings
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly byte LoadString = (byte)OpCodes.Ldstr.Value;

    /// <summary>In all of the leaf's types but those that only list such names.</summary>
    public static IReadOnlySet<string> All { get; } = In(typeof(RelateBot.Bot.Slack.SlackOptions).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("RelateBot.Bot.Slack", StringComparison.Ordinal) == true)
        .Where(type => (type.DeclaringType ?? type).Name is not (nameof(RelateBot.Bot.Slack.Access.SlackScopes) or "SlackTiers")));

    public static IReadOnlySet<string> In(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
        .SelectMany(Strings).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Strings(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + 4 < code.Length; i++)
        {
            // Other bytes may look like this instruction; a text that comes of it by chance names nothing that is looked for.
            if (code[i] == LoadString
                && BitConverter.ToInt32(code, i + 1) is var token
                && token >> 24 == 0x70
                && TryResolve(method, token) is { } text)
            {
                yield return text;
            }
        }
    }

    private static string? TryResolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveString(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
