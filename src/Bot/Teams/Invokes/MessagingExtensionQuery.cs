using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#respond-to-user-requests</summary>
/// <param name="CommandId">As the manifest has it.</param>
/// <param name="Parameters">What was typed so far; before anything is, <c>initialRun</c> alone.</param>
public sealed record MessagingExtensionQuery(string? CommandId, ImmutableArray<MessagingExtensionQuery.Parameter>? Parameters)
{
    public sealed record Parameter(string? Name, string? Value);
}
