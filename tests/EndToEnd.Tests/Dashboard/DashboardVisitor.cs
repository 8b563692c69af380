using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>A browser without script. It keeps cookies, follows no link automatically and submits the forms of its page.</summary>
internal sealed class DashboardVisitor : IDisposable
{
    private readonly HttpClient client;

#pragma warning disable RS0030 // Cookies belong to one visitor; a handler from the factory is shared.
    public DashboardVisitor(Uri address) =>
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
#pragma warning restore RS0030

    public CookieContainer Cookies { get; } = new();

    public HttpResponseMessage Response { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public HttpStatusCode Status => Response.StatusCode;

    public async Task<DashboardVisitor> GetAsync(string path)
    {
        await ReadAsync(await client.GetAsync(path));
        return this;
    }

    public async Task<string> FileAsync(string path)
    {
        Response = await client.GetAsync(path);
        return await Response.Content.ReadAsStringAsync();
    }

    /// <summary>Presses the button of that name.</summary>
    public async Task<DashboardVisitor> PressAsync(string button)
    {
        var form = Page
            .QuerySelectorAll<IHtmlFormElement>("form")
            .Single(form => form.QuerySelector("button")?.TextContent.Trim() == button);
        return await PostAsync(
            form.GetAttribute("action")!,
            form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(input => input.Name!, input => input.Value));
    }

    public async Task<DashboardVisitor> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        await ReadAsync(await client.PostAsync(path, form));
        return this;
    }

    /// <summary>Follows a link from the chat to the end.</summary>
    public async Task<DashboardVisitor> EnterAsync(Uri link)
    {
        await GetAsync(link.AbsolutePath);
        await PressAsync("Open");
        Assert.Equal(HttpStatusCode.Redirect, Status);
        return await GetAsync(Response.Headers.Location!.ToString());
    }

    public void Dispose() => client.Dispose();

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Response = response;
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
