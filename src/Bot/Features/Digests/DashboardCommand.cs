using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// <c>/relate dashboard</c>, and the button under a digest: a link to the digest in the browser, for people who may read it.
/// </summary>
public sealed class DashboardCommand(
    DigestAccessResolver accessResolver,
    IDashboardLinks links,
    IPeopleDirectory directory,
    IDigestSource source,
    TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        command.Text.Spans.IsEmpty
            ? await InviteAsync(context, period: null, departmentId: null, cancellationToken)
            : new ChatReply.Answer(DigestReplies.DashboardUsage());

    /// <summary>Handles a tap under a digest. The link opens the same period and department.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!DigestButtons.TryRead(action.Value, out var frequency, out var departmentId))
        {
            return new ChatReply.Answer(DigestReplies.DashboardUsage());
        }

        var today = LocalDay.Of(clock.GetUtcNow(), (await source.OrganisationAsync(cancellationToken)).Zone());
        return await InviteAsync(context, DigestSubscription.Latest(frequency, today), departmentId, cancellationToken);
    }

    private async Task<ChatReply> InviteAsync(ChatContext context, Period? period, Guid? departmentId, CancellationToken cancellationToken)
    {
        var access = await accessResolver.GetAccessAsync(context, cancellationToken);
        if (access.IsNone || access.IsUnsure)
        {
            return new ChatReply.Answer(access.IsNone ? DigestReplies.NotForYou() : DigestReplies.Unsure());
        }

        var department = departmentId is { } id
            && await directory.GetDepartmentsAsync([id], cancellationToken) is [var named]
            && access.Allows(named) ? named : null;
        if (links.CreateLink(context, period, department) is not { } invitation)
        {
            return new ChatReply.Answer(DigestReplies.NoDashboard());
        }

        var zone = context.Sender.Zone((await source.OrganisationAsync(cancellationToken)).Zone());
        return new ChatReply.Answer(DigestReplies.Dashboard(invitation.Link, TimeZoneInfo.ConvertTime(invitation.Until, zone)));
    }
}
