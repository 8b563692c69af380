using RelateBot.Bot.Chat;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>What can be tapped under a digest. A tap is checked again when it comes back.</summary>
internal static class DigestButtons
{
    public const string ShowAction = "digest.show";
    public const string SubscribeAction = "digest.subscribe";
    public const string DashboardAction = "digest.dashboard";

    /// <summary>The other period, and getting it by oneself or no longer.</summary>
    public static ChatBlock.Buttons Under(DigestRhythm shown, Department? scope, DigestRhythm chosen) => new(
    [
        shown is DigestRhythm.Weekly ? Show(DigestRhythm.Monthly, scope, "Last month") : Show(DigestRhythm.Weekly, scope, "Last week"),
        .. chosen is DigestRhythm.Off
            ? new[] { Subscribe(DigestRhythm.Weekly, "Send it weekly"), Subscribe(DigestRhythm.Monthly, "Send it monthly") }
            : [Subscribe(DigestRhythm.Off, "Stop sending it")],
        new ChatButton(DashboardAction, Value(shown, scope), "Open the dashboard"),
    ]);

    public static ChatButton Show(DigestRhythm rhythm, Department? scope, string label) => new(ShowAction, Value(rhythm, scope), label);

    /// <summary>What a button holds.</summary>
    public static bool TryRead(string value, out DigestRhythm rhythm, out Guid? departmentId)
    {
        var parts = value.Split(' ');
        departmentId = parts.Length > 1 && Guid.TryParse(parts[1], out var id) ? id : null;
        return Enum.TryParse(parts[0], out rhythm) && Enum.IsDefined(rhythm);
    }

    private static string Value(DigestRhythm rhythm, Department? scope) => $"{rhythm} {scope?.Id:N}".TrimEnd();

    private static ChatButton Subscribe(DigestRhythm rhythm, string label) => new(SubscribeAction, $"{rhythm}", label);
}
