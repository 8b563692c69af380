using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Adds messages to the outbox. They are committed together with the change that caused them.</summary>
public sealed class OutboxWriter(OutboxStore outbox, IAccountStore accounts, TimeProvider clock)
{
    /// <summary>
    /// Sends a direct message to each of these people: in this workspace if they have an account there, otherwise in another one of theirs.
    /// People without any account are left out.
    /// </summary>
    /// <param name="workspace">The preferred workspace.</param>
    /// <param name="people">The receivers.</param>
    /// <param name="message">The message.</param>
    /// <param name="purpose">What kind of message it is, for later lookups and for logs.</param>
    /// <param name="actId">The act that the message is about, so that it can be found again; null for none.</param>
    /// <param name="cancellationToken">Cancels the lookup of accounts.</param>
    public Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        CancellationToken cancellationToken) =>
        ToPeopleAsync(workspace, people, message, purpose, actId, notAfter: null, cancellationToken);

    /// <summary>
    /// Sends a direct message to each of these people, unless it can't be sent before <paramref name="notAfter"/> (UTC; null for no limit).
    /// </summary>
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

    /// <summary>Sends a direct message to an account, unless it can't be sent before <paramref name="notAfter"/> (UTC).</summary>
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
    /// Sends a message to a group chat with these accounts, where <see cref="IChatPlatform.CanOpenGroupChatsAsync"/> is true, unless it
    /// can't be sent before <paramref name="notAfter"/> (UTC; null for no limit).
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

    /// <summary>Sends a message to a channel, by name (<c>#kudos</c>) or platform id.</summary>
    public void ToChannel(Workspace workspace, string channel, ChatMessage message, string purpose, Guid? actId = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"channel:{workspace.Id:N}:{channel}",
            new Destination.ToChannel(channel),
            message,
            purpose,
            actId);

    /// <summary>Sends the answer to a request whose platform can't carry it in the response.</summary>
    public void ToReply(Workspace workspace, string replyAddress, ChatReply.Answer answer) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"reply:{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            new Destination.ToReply(replyAddress, answer.ReplacesOriginal),
            answer.Message,
            "answer");

    /// <summary>Replaces the content of a post after the post has been sent.</summary>
    public void Replace(OutboxMessage post, ChatMessage message) => Follow(post, OutboxOperation.Update, message);

    /// <summary>Takes a post back: withdraws it if it hasn't been sent, otherwise deletes it on the platform.</summary>
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
