using RelateBot.Bot.Chat;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Digests;

/// <summary><c>/relate dashboard</c>, and the button under a digest: a link to the digest as pages, for those who may read it.</summary>
public sealed class DashboardCommand(DigestRights rights, IDashboard dashboard, IDirectory directory, IDigestSource source, TimeProvider clock)
{
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        command.Text.Spans.IsEmpty ? await InviteAsync(context, period: null, departmentId: null, cancellationToken) : new ChatReply.Answer(DigestNotices.DashboardUsage());

    /// <summary>A tap under a digest leads to the same days and department.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!DigestButtons.TryRead(action.Value, out var rhythm, out var departmentId))
        {
            return new ChatReply.Answer(DigestNotices.DashboardUsage());
        }

        var today = LocalDay.Of(clock.GetUtcNow(), (await source.OrganisationAsync(cancellationToken)).Zone());
        return await InviteAsync(context, DigestSubscription.Latest(rhythm, today), departmentId, cancellationToken);
    }

    private async Task<ChatReply> InviteAsync(ChatContext context, Period? period, Guid? departmentId, CancellationToken cancellationToken)
    {
        var access = await rights.OfAsync(context, cancellationToken);
        if (access.IsNone || access.IsUnsure)
        {
            return new ChatReply.Answer(access.IsNone ? DigestNotices.NotForYou() : DigestNotices.Unsure());
        }

        var department = departmentId is { } id && await directory.DepartmentsAsync([id], cancellationToken) is [var named] && access.Allows(named) ? named : null;
        if (dashboard.Invite(context, period, department) is not { } invitation)
        {
            return new ChatReply.Answer(DigestNotices.NoDashboard());
        }

        var zone = context.Sender.Zone((await source.OrganisationAsync(cancellationToken)).Zone());
        return new ChatReply.Answer(DigestNotices.Dashboard(invitation.Link, TimeZoneInfo.ConvertTime(invitation.Until, zone)));
    }
}
