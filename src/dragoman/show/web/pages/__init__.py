"""The pages of the desk, one file each: what each is made from. Each gives its doors to `web.doors`."""
