using RelateBot.Domain.People;

namespace RelateBot.Bot.Playground;

/// <summary>Somebody at the page.</summary>
/// <param name="Workspace">The playground's workspace.</param>
/// <param name="Person">Who they chose to be.</param>
/// <param name="Account">That person's account.</param>
internal sealed record Visitor(Workspace Workspace, Person Person, string Account)
{
    /// <summary>Their direct messages with RelateBot.</summary>
    public string DirectMessages => Sight.DirectMessagesOf(Account);
}
