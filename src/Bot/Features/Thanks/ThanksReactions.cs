using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>
/// The thanks emoji on a message thanks its author once. Removing it soon afterwards undoes that. Neither gets an answer, and a reaction
/// that isn't possible is ignored.
/// </summary>
public sealed class ThanksReactions(
    GiveThanksHandler giveThanks, UndoThanksHandler undoThanks, ThanksNotifier notifier, IAccountStore accounts, Reactions reactions)
{
    public async Task<ChatReply> HandleAsync(ChatContext chat, ChatInput.Reaction input, CancellationToken cancellationToken)
    {
        var known = await reactions.FindAsync(chat.Workspace.Id, input.Key, cancellationToken);
        var reaction = known
            ?? new Reaction { OrganisationId = chat.Workspace.OrganisationId, WorkspaceId = chat.Workspace.Id, Key = input.Key };
        if (known is not null && input.At <= known.ChangedAt)
        {
            // The platform reported events out of order: this one is older than the known state.
            return new ChatReply.Nothing();
        }

        if (input.IsAdded && reaction.ActId is null)
        {
            reaction.ActId = await GiveAsync(chat, input, cancellationToken);
        }
        else if (!input.IsAdded && reaction.ActId is { } actId && await TakeBackAsync(chat, actId, cancellationToken))
        {
            reaction.ActId = null;
        }

        reaction.ChangedAt = input.At;
        if (known is null)
        {
            reactions.Add(reaction);
        }

        return new ChatReply.Nothing();
    }

    private async Task<Guid?> GiveAsync(ChatContext chat, ChatInput.Reaction input, CancellationToken cancellationToken)
    {
        if (input.Post is not { AuthorId: { } authorId, IsFromProgram: false, IsFromStranger: false })
        {
            return null;
        }

        var author = await accounts.GetOrAddPersonAsync(chat.Workspace, authorId, name: null, cancellationToken);
        var result = await giveThanks.HandleAsync(
            new GiveThanks
            {
                Kind = ExchangeKind.Thanks,
                GiverId = chat.Sender.Id,
                Receivers = [new Receiver.Person(author.Id)],
                Note = "",
                Values = [],
                Visibility = input.IsPublic ? Visibility.Public : Visibility.Private,
                Link = input.Post.Link,
                Source = chat.Workspace.Platform,
            },
            cancellationToken);
        if (result is not GiveThanksResult.Given given)
        {
            return null;
        }

        await notifier.NotifyAsync(chat.Workspace, given.Act, cancellationToken);
        return given.Act.Id;
    }

    private async Task<bool> TakeBackAsync(ChatContext chat, Guid actId, CancellationToken cancellationToken)
    {
        if (await undoThanks.HandleAsync(new UndoThanks(actId, chat.Sender.Id), cancellationToken) is not UndoThanksResult.Undone)
        {
            return false;
        }

        await notifier.RetractAsync(actId, cancellationToken);
        return true;
    }
}
