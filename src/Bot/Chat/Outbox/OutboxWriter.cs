using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Puts messages into the outbox, to be committed with the reason for them.</summary>
public sealed class OutboxWriter(OutboxStore outbox, IAccountStore accounts, TimeProvider clock)
{
    /// <summary>
    /// A direct message to each of these people: in the workspace where it happened if they have an account there, else in
    /// another one of theirs. Somebody without any account is left out.
    /// </summary>
    public Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        CancellationToken cancellationToken) =>
        ToPeopleAsync(workspace, people, message, purpose, actId, notAfter: null, cancellationToken);

    /// <summary>The same, of use until a moment if one is named.</summary>
    public async Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        DateTimeOffset? notAfter,
        CancellationToken cancellationToken)
    {
        foreach (var identity in await accounts.GetReachableAccountsAsync(
            workspace,
            [.. people.Select(person => person.Id)],
            cancellationToken))
        {
            Add(
                workspace.OrganisationId,
                identity.WorkspaceId,
                $"person:{identity.PersonId:N}",
                new Destination.ToPerson(identity.ExternalId),
                message,
                purpose,
                actId,
                identity.PersonId,
                notAfter);
        }
    }

    /// <summary>A direct message to an account, of use until a moment.</summary>
    public void ToAccount(Identity identity, ChatMessage message, string purpose, Guid actId, DateTimeOffset notAfter) => Add(
        identity.OrganisationId,
        identity.WorkspaceId,
        $"person:{identity.PersonId:N}",
        new Destination.ToPerson(identity.ExternalId),
        message,
        purpose,
        actId,
        identity.PersonId,
        notAfter);

    /// <summary>
    /// A message to a chat of several people, by their accounts in the workspace, where <see cref="IChatPlatform.CanOpenGroupChatsAsync"/>;
    /// of use until a moment if one is named.
    /// </summary>
    public void ToGroup(
        Workspace workspace,
        ImmutableArray<string> externalIds,
        ChatMessage message,
        string purpose,
        Guid actId,
        DateTimeOffset? notAfter = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"group:{workspace.Id:N}:{actId:N}",
            new Destination.ToGroup(externalIds),
            message,
            purpose,
            actId,
            notAfter: notAfter);

    /// <summary>A message to a channel of a workspace.</summary>
    public void ToChannel(Workspace workspace, string channel, ChatMessage message, string purpose, Guid? actId = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"channel:{workspace.Id:N}:{channel}",
            new Destination.ToChannel(channel),
            message,
            purpose,
            actId);

    /// <summary>The answer to a request that its platform cannot carry in the response.</summary>
    public void ToReply(Workspace workspace, string replyAddress, ChatReply.Answer answer) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"reply:{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            new Destination.ToReply(replyAddress, answer.ReplacesOriginal),
            answer.Message,
            "answer");

    /// <summary>Other words in place of a post, once it has been sent.</summary>
    public void Replace(OutboxMessage post, ChatMessage message) => Follow(post, OutboxOperation.Update, message);

    /// <summary>Takes a post back: out of the outbox when it has not left yet, else by deleting it where it went.</summary>
    public void Retract(OutboxMessage post)
    {
        if (!post.TryWithdraw(clock.GetUtcNow()))
        {
            Follow(post, OutboxOperation.Delete, message: null);
        }
    }

    private void Follow(OutboxMessage post, OutboxOperation operation, ChatMessage? message) => outbox.Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        OrganisationId = post.OrganisationId,
        WorkspaceId = post.WorkspaceId,
        Conversation = post.Conversation,
        Operation = operation,
        TargetId = post.Id,
        Destination = post.Destination,
        Content = message is null ? null : JsonSerializer.Serialize(message, ChatJson.Readable.ChatMessage),
        ActId = post.ActId,
        Purpose = post.Purpose,
        PersonId = post.PersonId,
        CreatedAt = clock.GetUtcNow(),
    });

    private void Add(
        Guid organisationId,
        Guid workspaceId,
        string conversation,
        Destination destination,
        ChatMessage message,
        string purpose,
        Guid? actId = null,
        Guid? personId = null,
        DateTimeOffset? notAfter = null) =>
        outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganisationId = organisationId,
            WorkspaceId = workspaceId,
            Conversation = conversation,
            Operation = OutboxOperation.Post,
            Destination = JsonSerializer.Serialize(destination, ChatJson.Readable.Destination),
            Content = JsonSerializer.Serialize(message, ChatJson.Readable.ChatMessage),
            ActId = actId,
            Purpose = purpose,
            PersonId = personId,
            NotAfter = notAfter,
            CreatedAt = clock.GetUtcNow(),
        });
}
