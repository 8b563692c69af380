using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Messages to the head of a department about its balance: departments by name, without figures for small ones.</summary>
public static class DepartmentBalanceMessages
{
    private const int MostShown = 40;

    public static ChatMessage Around(Department own, int minimumGroup, IReadOnlyList<DepartmentBalanceLine> lines) => lines.Count == 0
        ? ChatMessage.Of(ChatText.Of($"Nothing is recorded yet between {own} and other departments."))
        : ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of($"{own} and other departments")),
            .. lines
                .Take(MostShown)
                .Select(line => new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold(line.Other.Name)}\n{Words(line)}"))),
            new ChatBlock.Small(ChatText.Of(
                $"By the departments of those days. “Few” stands where fewer than {minimumGroup} people belong to one of the two.")),
        ]);

    public static ChatMessage HeadsOnly() => ChatMessage.Of(ChatText.Of("Only its head sees how a department stands with others."));

    private static string Words(DepartmentBalanceLine line) => line.MayBeTold
        ? $"In 90 days: {Figures(line.Recent)}\nIn all: "
            + $"{Figures(line.Always)}{(line.Always.Reciprocity is null ? "" : $"\n{BalanceMessages.Bar(line.Always.Reciprocity)}")}"
        : "Few";

    private static string Figures(Balance balance) =>
        $"helps {balance.Mine.Helps} given, {balance.Theirs.Helps} received; thanks {balance.Mine.Thanks} given, {balance.Theirs.Thanks} "
            + $"received; asks {balance.Mine.Asks} made, {balance.Theirs.Asks} received.";
}

/// <summary>A department's balance with another one.</summary>
/// <param name="Other">The other department.</param>
/// <param name="Recent">The balance of the last 90 days.</param>
/// <param name="Always">The balance of all time.</param>
/// <param name="MayBeTold">False when either department is so small that its figures would reveal what individual people did.</param>
public sealed record DepartmentBalanceLine(Department Other, Balance Recent, Balance Always, bool MayBeTold);
