using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Help;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts.Kinds;

/// <summary>
/// What could you use help with? For people who haven't asked for anything in two weeks, because most help starts with an ask.
/// </summary>
public sealed class NeedHelpPromptSource(PromptDataReader data, TimeProvider clock) : IPromptSource
{
    private static readonly TimeSpan lately = TimeSpan.FromDays(14);

    public PromptKind Kind => PromptKind.NeedHelp;

    public async Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(
        IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var askers = await data.AskersAsync(
            [.. candidates.Select(candidate => candidate.Person.Id)],
            clock.GetUtcNow() - lately,
            cancellationToken);
        return candidates
            .Where(candidate => !askers.Contains(candidate.Person.Id))
            .ToDictionary(candidate => candidate.Person.Id, _ => Say());
    }

    internal static PromptContent Say() => new()
    {
        Reason = ChatText.Of("you have not asked for anything for two weeks, and most help starts with somebody asking"),
        Buttons = [new ChatButton(AskMessages.FormAction, "", "Ask for help", ChatButtonLook.Primary)],
    };
}
