using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>The buttons under a digest. A tap is checked again when it comes back.</summary>
internal static class DigestButtons
{
    public const string ShowAction = "digest.show";
    public const string SubscribeAction = "digest.subscribe";
    public const string DashboardAction = "digest.dashboard";

    /// <summary>Buttons for the other period, and for subscribing and unsubscribing.</summary>
    public static ChatBlock.Buttons Under(DigestFrequency shown, Department? scope, DigestFrequency chosen) => new(
    [
        shown is DigestFrequency.Weekly
            ? Show(DigestFrequency.Monthly, scope, "Last month")
            : Show(DigestFrequency.Weekly, scope, "Last week"),
        .. chosen is DigestFrequency.Off
            ? new[] { Subscribe(DigestFrequency.Weekly, "Send it weekly"), Subscribe(DigestFrequency.Monthly, "Send it monthly") }
            : [Subscribe(DigestFrequency.Off, "Stop sending it")],
        new ChatButton(DashboardAction, Value(shown, scope), "Open the dashboard"),
    ]);

    public static ChatButton Show(DigestFrequency frequency, Department? scope, string label) =>
        new(ShowAction, Value(frequency, scope), label);

    /// <summary>Reads a button's value. False when it isn't valid.</summary>
    public static bool TryRead(string value, out DigestFrequency frequency, out Guid? departmentId)
    {
        var parts = value.Split(' ');
        departmentId = parts.Length > 1 && Guid.TryParse(parts[1], out var id) ? id : null;
        return Enum.TryParse(parts[0], out frequency) && Enum.IsDefined(frequency);
    }

    private static string Value(DigestFrequency frequency, Department? scope) => $"{frequency} {scope?.Id:N}".TrimEnd();

    private static ChatButton Subscribe(DigestFrequency frequency, string label) => new(SubscribeAction, $"{frequency}", label);
}
